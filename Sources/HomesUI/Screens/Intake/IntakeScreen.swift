import HomesCore

/// Admits a woman: who she is, how she may be reached safely, what she needs, risk, consent, bed,
/// in one form. Only a name (or that she declines one) and a bed are needed, and for F11, which
/// stops the interview wherever it is, a bed alone; nothing blocks a woman at the door. Answered
/// otherwise, its first field makes it the form of who is expected, was turned away or came by.
/// While the name is typed, those who may be the same person are listed below.
public struct IntakeScreen: FormScreen {
    public var form = Form()
    let mode: ServiceMode
    let origin: Origin
    var filling = IdentityFilling()
    /// Those who may be she, the likeliest first.
    var duplicates = DuplicatePanel()
    /// The woman the home knows already, when she is admitted again.
    var known: ResidentPage?
    /// What the last field that was left has to say.
    var remark: Message?
    var board: BedBoard?
    /// The bed that the form proposed by itself.
    var proposedBed: String?

    public static let formName = "intake"
    public static let comesBackWhenUndone = true

    /// An empty intake, into a given bed or the first free one of the arrivals room.
    public init(_ world: World, bedId: String? = nil) {
        self.init(world, again: nil)
        if let bedId, mode != .dropIn {
            form.preset("stay.bed", .text(bedId), world.language)
            // Chosen by hand on the bed board: not a proposal that may change.
            proposedBed = nil
        }
    }

    /// An intake of a woman whom the home knows, or of one who was expected.
    init(_ world: World, again page: ResidentPage?, from origin: Origin = .door) {
        mode = world.session?.home?.serviceMode ?? .residential
        self.origin = origin
        if origin == .door, page == nil { Self.door.add(to: &form, world) }
        addRows(world)
        loadBeds(world)
        if let page { admitAgain(page, world) }
        presetOrigin(world)
        passOver(world)
        form.focus(on: firstField)
    }

    private var firstField: String {
        known == nil ? "person.prs_IdentityNumber" : "case.referralSource"
    }

    public static let bindings: [Binding<IntakeScreen>] =
        formBindings + [
            Binding(
                .function(5), help: Phrase("same person?", "是否同一人"),
                off: { screen, _ in
                    screen.duplicates.rows.isEmpty && screen.known == nil
                        ? Phrase("Nobody like her is known here.", "本家没有相似的人。") : nil
                },
                run: { screen, world in screen.openDuplicates(world) }),
            Binding(.function(11), help: Phrase("save what there is", "先存已填")) {
                screen, world in screen.saveWhatThereIs(world)
            },
        ]

    // MARK: Reading

    public mutating func refresh(_ world: World) {
        loadBeds(world)
        findDuplicates(world)
    }

    public mutating func type(_ key: Key, _ world: World) -> Step {
        remark = nil
        let step = typeAtDoor(key, world)
        if let id = form.focused?.id, IntakeScreen.comparedFields.contains(id) {
            findDuplicates(world)
        }
        if case .stay = step, let remark { return .say(remark) }
        return step
    }

    public mutating func fieldLeft(_ id: String, _ world: World) {
        switch id {
        case "person.prs_IdentityNumber":
            let odd = filling.read(&form, world)
            let age = AgeInForm.annotate(&form, world)
            remark = odd.map(Message.warning) ?? age.map(Message.plain)
        case "person.prs_Birthdate":
            remark = AgeInForm.annotate(&form, world).map(Message.plain)
        case "stay.entryDate": loadBeds(world)
        case "stay.mother": proposeMothersBed(world)
        default: break
        }
        passOver(world)
        HandedIn.left(id, &form)
        findDuplicates(world)
    }

    public func openLookup(_ world: World) -> Step {
        guard let id = form.focused?.id, id == "stay.bed" else { return openFieldLookup(world) }
        return .push(
            BedBoardScreen(
                picking: id, night: form.dateValue("stay.entryDate") ?? world.today))
    }

    public mutating func receive(_ answer: Answer, _ world: World) -> Step {
        switch answer {
        case .chosen(DuplicateListScreen.question, let personId):
            return take(personId, world)
        case .confirmed(DuplicateListScreen.question):
            return forgetKnown(world)
        default:
            remark = nil
            let step = receiveAtDoor(answer, world)
            if case .stay = step, let remark { return .say(remark) }
            return step
        }
    }

    // MARK: Drawing

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        guard known == nil else { return form.draw(in: area, on: &canvas, world) }
        duplicates.draw(form, in: area, on: &canvas, world)
    }
}

extension IntakeScreen: DoorForm {
    static var door: DoorKind { .comesIn }
}
