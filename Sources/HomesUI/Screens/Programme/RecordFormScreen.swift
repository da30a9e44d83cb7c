import HomesCore

/// The form of one record of the registry, from its field table: a home, a room, a bed.
public struct RecordFormScreen<R: Record>: FormScreen {
    public var form: Form
    public let title: Phrase
    public let draftTitle: String
    /// The record as it was read.
    var record: R
    private let draftKey: String
    private let write: @Sendable (World, R) throws(StoreError) -> R

    /// A form.
    ///
    /// - Parameters:
    ///   - code: The code that names it in the list of drafts; never a name.
    ///   - key: What a draft belongs to: the record's id, or what it will belong to.
    ///   - fields: The fields' names by section, in order.
    ///   - write: Saves.
    public init(
        _ record: R, code: String, key: String, fields: [(section: Phrase, names: [String])],
        _ language: Language, write: @escaping @Sendable (World, R) throws(StoreError) -> R
    ) {
        self.record = record
        self.title = R.noun
        self.draftTitle = code
        self.draftKey = key
        self.write = write
        form = Form()
        for part in fields {
            form.add(record, as: R.table, section: part.section, part.names, language)
        }
    }

    public static var formName: String { R.table }
    public var recordId: String { draftKey }
    public static var bindings: [Binding<RecordFormScreen<R>>] { formBindings }

    public mutating func save(_ world: World) -> Step {
        form.fill(&record, from: R.table)
        let (write, record) = (self.write, self.record)
        switch world.attempt({ () throws(StoreError) in try write(world, record) }) {
        case .success(let saved):
            forgetDraft(world)
            form = Form()
            return .answerSaying(
                .saved(table: R.table, id: saved.id),
                .done(Phrase("Saved. F8 undoes.", "已保存。按 F8 撤销。")))
        case .failure(let error): return refuse(error, world)
        }
    }
}
