import HomesCore

/// What the keys of the board do, and why they sometimes do not.
extension BedBoardScreen {
    static let moveQuestion = "moveTo"
    static let swapQuestion = "swapWith"

    // MARK: Why not

    /// Why a bed cannot be chosen here; `nil` when it can, and always on the plain board.
    func refusal(_ bed: BedOnBoard) -> Phrase? {
        switch purpose {
        case .board: return nil
        case .place:
            switch bed.state {
            case .free, .reserved: return nil
            case .occupied:
                return Phrase("Somebody sleeps in this bed. Choose a free one.", "此床有人住。请选空床。")
            case .outOfService:
                return BedWords.state(bed) + Phrase(". Choose another bed.", "。请另选一张。")
            }
        case .swap(_, let own):
            if bed.bed.id == own { return Phrase("That is her own bed.", "这是她自己的床。") }
            guard let occupant = bed.occupant else {
                return Phrase("Nobody sleeps here: move her instead (m).", "此床无人：请用调床（m）。")
            }
            return occupant.isOpen ? nil : BedBoardScreen.hasLeft
        }
    }

    private static let hasLeft = Phrase("She has left this bed since.", "她此后已离开此床。")
    private static let noBed = Phrase("There is no bed here.", "这里没有床位。")

    /// Why the woman in the selected bed cannot move.
    var whyNoMove: Phrase? {
        guard let bed = grid.selected else { return BedBoardScreen.noBed }
        guard let occupant = bed.occupant else {
            return Phrase("Nobody sleeps in this bed.", "此床无人。")
        }
        return occupant.isOpen ? nil : BedBoardScreen.hasLeft
    }

    /// Why the selected bed cannot be held.
    var whyNoHold: Phrase? {
        guard let bed = grid.selected else { return BedBoardScreen.noBed }
        switch bed.state {
        case .free: return nil
        case .occupied where bed.occupant?.plannedExitDate != nil: return nil
        case .occupied:
            return Phrase(
                "Somebody sleeps here and has no planned exit date.", "此床有人住，且未填计划离开日期。")
        case .reserved: return Phrase("It is held already; r releases it.", "已预留；按 r 解除。")
        case .outOfService:
            return Phrase("It is out of service; x puts it back.", "已停用；按 x 恢复。")
        }
    }

    /// Why there is nothing to release on the selected bed.
    var whyNoRelease: Phrase? {
        guard let bed = grid.selected else { return BedBoardScreen.noBed }
        switch bed.state {
        case .reserved: return nil
        case .occupied: return whyNoMove
        case .free: return Phrase("The bed is free already.", "此床本来就空。")
        case .outOfService:
            return Phrase("It is out of service; x puts it back.", "已停用；按 x 恢复。")
        }
    }

    /// Why the selected bed cannot be taken out of service or put back.
    var whyNoClosing: Phrase? {
        guard let bed = grid.selected else { return BedBoardScreen.noBed }
        switch bed.state {
        case .free, .outOfService: return nil
        case .occupied:
            return Phrase("Somebody sleeps in this bed. Move her first.", "此床有人住。请先调床。")
        case .reserved: return Phrase("It is held; r releases it first.", "已预留；请先按 r 解除。")
        }
    }

    // MARK: Enter

    /// Opens the woman in the bed, admits one to a free bed, or chooses the bed.
    func open(_ world: World) -> Step {
        guard let bed = grid.selected else { return .say(.warning(BedBoardScreen.noBed)) }
        switch purpose {
        case .board: return openOnBoard(bed, world)
        case .place(let question), .swap(let question, _):
            if let reason = refusal(bed) { return .say(.warning(reason)) }
            let answer = Answer.chosen(question: question, code: bed.bed.id)
            if let warning = bed.warningWhenChosen {
                return .answerSaying(answer, .warning(warning))
            }
            return .answer(answer)
        }
    }

    private func openOnBoard(_ bed: BedOnBoard, _ world: World) -> Step {
        if let occupant = bed.occupant {
            return .push(ResidentScreen(personId: occupant.personId))
        }
        if let expected = bed.expected {
            return IntakeScreen.open(for: expected.reservationId, world)
        }
        switch bed.state {
        case .free, .reserved: return .push(IntakeScreen(world, bedId: bed.bed.id))
        case .occupied, .outOfService:
            return .say(
                .plain(BedWords.state(bed) + Phrase(". x puts it back in service.", "。按 x 恢复使用。")))
        }
    }

    // MARK: Moving

    mutating func askWhereTo(_ world: World) -> Step {
        guard let bed = grid.selected, let occupant = bed.occupant else { return .stay }
        movingStayId = occupant.stayId
        return .push(
            BedBoardScreen(
                purpose: .place(question: BedBoardScreen.moveQuestion), night: night(world)))
    }

    mutating func askWithWhom(_ world: World) -> Step {
        guard let bed = grid.selected, let occupant = bed.occupant else { return .stay }
        movingStayId = occupant.stayId
        return .push(
            BedBoardScreen(
                purpose: .swap(question: BedBoardScreen.swapQuestion, with: bed.bed.id),
                night: night(world)))
    }

    /// Moves or swaps, now that the other bed is chosen.
    mutating func finish(_ question: String, bedId: String, _ world: World) -> Step {
        guard let stayId = movingStayId, let target = grid.bed(bedId) else { return .stay }
        movingStayId = nil
        switch question {
        case BedBoardScreen.moveQuestion: return move(stayId, to: target, world)
        case BedBoardScreen.swapQuestion: return swap(stayId, with: target, world)
        default: return .stay
        }
    }

    private mutating func move(_ stayId: String, to target: BedOnBoard, _ world: World) -> Step {
        let night = night(world)
        if case .failure(let error) = world.attempt({ () throws(StoreError) in
            _ = try world.store.moveBed(
                stayId: stayId, to: target.bed.id, from: night, releasingHold: true,
                by: world.signature)
        }) {
            return .refused(error)
        }
        let place = grid.label(of: target.bed.id)
        refresh(world)
        grid.select(bedId: target.bed.id)
        let done =
            Phrase("Moved to \(place) from ", "已从") + when(night, world)
            + Phrase(". ", "起调到\(place)。")
        return .say(.done(done + (target.warningWhenChosen ?? Phrase(verbatim: "")) + undoes))
    }

    private mutating func swap(
        _ stayId: String, with target: BedOnBoard, _ world: World
    ) -> Step {
        guard let other = target.occupant else { return .stay }
        let night = night(world)
        if case .failure(let error) = world.attempt({ () throws(StoreError) in
            try world.store.swapBeds(
                stayA: stayId, stayB: other.stayId, from: night, by: world.signature)
        }) {
            return .refused(error)
        }
        refresh(world)
        return .say(
            .done(
                Phrase("Beds swapped from ", "已从") + when(night, world)
                    + Phrase(". ", "起互换床位。") + undoes))
    }

    private func when(_ night: CivilDate, _ world: World) -> Phrase {
        night == world.today ? Phrase("tonight", "今晚") : Phrase(verbatim: night.iso)
    }

    private var undoes: Phrase { Phrase("F8 undoes.", "按 F8 撤销。") }

    // MARK: Holds and service

    func askHold(_ world: World) -> Step {
        guard let bed = grid.selected else { return .stay }
        let from = bed.occupant?.plannedExitDate ?? night(world)
        return .push(
            BedPeriodScreen(
                status: .held, bed: bed.bed, place: grid.label(of: bed.bed.id),
                from: max(from, world.today), world))
    }

    mutating func release(_ world: World) -> Step {
        guard let bed = grid.selected else { return .stay }
        if let occupant = bed.occupant {
            return letGo(occupant, world)
        }
        let from = max(night(world), world.today)
        return change(world, done: Phrase("The hold has ended. ", "预留已解除。")) {
            (store, signature) throws(StoreError) in
            try store.releaseHold(ofBed: bed.bed.id, from: from, by: signature)
        }
    }

    /// A bed with somebody in it is released by her exit.
    private func letGo(_ occupant: Occupant, _ world: World) -> Step {
        switch world.attempt({ () throws(StoreError) in
            try world.store.residentPage(occupant.personId, by: world.signature)
        }) {
        case .success(let page):
            guard let line = page.stays.first(where: { $0.stay.id == occupant.stayId }) else {
                return .refused(.noSuchRecord)
            }
            return .push(ExitScreen(line.stay, page, world))
        case .failure(let error): return .refused(error)
        }
    }

    mutating func toggleService(_ world: World) -> Step {
        guard let bed = grid.selected else { return .stay }
        let from = max(night(world), world.today)
        if bed.state == .outOfService {
            let done = Phrase("The bed is in service again. ", "床位已恢复使用。")
            return change(world, done: done) { (store, signature) throws(StoreError) in
                try store.reopenBed(bed.bed.id, from: from, by: signature)
            }
        }
        return .push(
            BedPeriodScreen(
                status: .outOfService, bed: bed.bed, place: grid.label(of: bed.bed.id),
                from: night(world), world))
    }

    private mutating func change(
        _ world: World, done: Phrase,
        _ body: (HomesStore, Signature) throws(StoreError) -> Void
    ) -> Step {
        switch world.attempt({ () throws(StoreError) in try body(world.store, world.signature) }) {
        case .success:
            refresh(world)
            return .say(.done(done + undoes))
        case .failure(let error): return .refused(error)
        }
    }
}

extension BedOnBoard {
    /// What is said when the bed is chosen for somebody: warned about, never refused.
    var warningWhenChosen: Phrase? {
        if state == .reserved {
            if let expected {
                return Phrase(
                    "The bed was held for \(expected.who), who is expected without one now. ",
                    "此床原为\(expected.who)预留；该预约现无床位。")
            }
            return Phrase("The bed was held; the hold ends for her. ", "此床已预留；预留为她解除。")
        }
        return isOverflow ? Phrase("An overflow place: the home is overfull. ", "备用加床：本家已超员。") : nil
    }
}
