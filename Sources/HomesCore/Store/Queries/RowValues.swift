import GRDB

/// The model's values out of a query's row, by position.
extension Row {
    /// - Throws: `damaged` when the column holds no date.
    func date(_ index: Int) throws -> CivilDate {
        guard let date = try optionalDate(index) else { throw StoreError.damaged }
        return date
    }

    /// - Throws: `damaged` when the column holds something that is no date.
    func optionalDate(_ index: Int) throws -> CivilDate? {
        guard let text: String = self[index] else { return nil }
        guard let date = CivilDate(iso: text) else { throw StoreError.damaged }
        return date
    }

    /// - Throws: `damaged` when the list has no such code.
    func code<Code: CodeList>(_ index: Int) throws -> Code {
        guard let text: String = self[index], let code = Code(rawValue: text) else {
            throw StoreError.damaged
        }
        return code
    }
}
