import HomesCore

extension FormScreen {
    /// Says what the store refused, and goes to the field that it is about: the message may name a
    /// date of which the form has three, scrolled away.
    mutating func refuse(_ error: StoreError, _ world: World) -> Step {
        guard case .refused(let refusal) = error, let id = field(of: refusal, world) else {
            return .refused(error)
        }
        if refusal.isAboutWhatWasTyped {
            // As it was understood: a t+3 that is refused reads 2007-06-18.
            form.set(id, form.value(id), world.language)
            form.annotate(id, fault: refusal.label)
        }
        form.focus(on: id)
        return .refused(error)
    }

    /// The field of the form that a refusal is about; of several days, the one that has not come.
    private func field(of refusal: Refusal, _ world: World) -> String? {
        let rows = form.rows.filter { row in
            let name = row.id.split(separator: ".").last.map(String.init) ?? row.id
            return row.skipped == nil && refusal.fieldNames.contains(name)
        }
        guard refusal == .dateInFuture || refusal == .stayInFuture else { return rows.first?.id }
        return rows.first { row in form.dateValue(row.id).map { $0 > world.today } ?? false }?.id
    }
}

extension Refusal {
    /// The names of the fields it can be about.
    fileprivate var fieldNames: Set<String> {
        switch self {
        case .stayOverlap, .stayOutsideOperation: ["entryDate"]
        case .stayInFuture: ["entryDate", "exitDate"]
        case .exitOutsideStay: ["exitDate"]
        case .dateInFuture:
            [
                "doneOn", "date", "dateClosure", "offeredOn", "licenceSeenOn", "lastVisitOn",
                "checkedOn", "phonesCheckedOn", "agreedOn", "assessedOn", "withdrawnOn", "endDate",
                "contractSignedOn", "closeOn", "reportedOn", "toldOn",
                "fromDay", "toDay", "handedInOn", "givenBackOn",
            ]
        case .nightWithoutBed, .bedTaken, .bedHeld, .bedOutOfService, .bedOutsideInventory,
            .bedOfAnotherHome, .motherNotHere, .bedStatusOverlap, .reservationBed:
            ["bed"]
        case .userNameTaken: ["userName"]
        case .duplicateValue: ["homeCode", "bedNumber", "name"]
        case .guardianNeeded: ["givenBy"]
        case .placementOverlap, .startFarAway: ["startDate"]
        case .reasonMissing: ["cas_ReasonForCaseClosure", "reason", "closedReason"]
        case .resultMissing: ["referralResult"]
        case .nothingShared: ["sharesIdentity"]
        case .noConsent: ["toOrganisation", "toHomeId"]
        case .residentMissing: ["who1"]
        case .sameHome, .homeNotInService: ["toHomeId"]
        case .overrideNeedsReason: ["reason"]
        case .sessionWithoutTopic: ["note"]
        case .travelFarAway: ["travelDate"]
        case .interpreterNeedsReason: ["interpreterReason"]
        case .nobodyNamed: ["codeWord"]
        case .nobodyAttended: ["ageBand"]
        case .reservationInPast: ["forNight"]
        case .reservationOver: ["day"]
        case .absenceOutsideStay, .absenceOverlap: ["fromDay"]
        case .papersAtHerWish: ["atHerWish"]
        case .nothingHandedIn: ["THING"]
        default: []
        }
    }

    /// Whether the field's own text is wrong; otherwise it may be right as soon as something else
    /// has changed.
    fileprivate var isAboutWhatWasTyped: Bool {
        switch self {
        case .stayInFuture, .exitOutsideStay, .dateInFuture, .startFarAway, .travelFarAway,
            .userNameTaken,
            .duplicateValue, .guardianNeeded:
            true
        default: false
        }
    }
}
