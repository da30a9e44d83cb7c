import GRDB
import Vault

extension StoreError {
    /// SQLite's code for a page that does not authenticate: `SQLITE_IOERR_DATA`.
    static let sealBroken: Int32 = 10 | 32 << 8

    /// SQLite's error in our words. Its message may quote values, so only the names that our own
    /// triggers raise are taken from it.
    init(_ error: DatabaseError, during name: String) {
        let code = Int(error.extendedResultCode.rawValue)
        switch error.resultCode {
        case .SQLITE_CONSTRAINT:
            if let message = error.message, message.hasPrefix("homes:"),
                let refusal = Refusal(rawValue: String(message.dropFirst(6)))
            {
                self = .refused(refusal)
            } else if error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
                || error.extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY
            {
                self = .refused(.duplicateValue)
            } else if error.extendedResultCode == .SQLITE_CONSTRAINT_CHECK
                || error.extendedResultCode == .SQLITE_CONSTRAINT_NOTNULL
            {
                self = .refused(.invalidValue)
            } else {
                self = .unexpected(code: code, during: name)
            }
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly
        case .SQLITE_CANTOPEN: self = .cannotOpen(code: code)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged
        case .SQLITE_IOERR:
            self =
                error.extendedResultCode.rawValue == StoreError.sealBroken
                ? .damaged : .inputOutput(code: code)
        default: self = .unexpected(code: code, during: name)
        }
    }

    /// The vault's error in our words.
    init(_ error: VaultError) {
        switch error {
        case .wrongNameOrPassword: self = .refused(.wrongPassword)
        case .wrongShares: self = .refused(.wrongShares)
        case .tooFewShares: self = .refused(.tooFewShares)
        case .slotTaken: self = .refused(.passwordTaken)
        case .noFreeSlot: self = .refused(.noFreeSlot)
        case .noSlot: self = .refused(.noPasswordYet)
        case .noSecondKey: self = .refused(.needsSecondKey)
        case .keyFileBusy: self = .busy
        case .unusable(let code) where code == StoreError.noSpace: self = .diskFull
        case .unusable(let code) where StoreError.denied.contains(code): self = .readOnly
        case .unusable(let code): self = .inputOutput(code: Int(code))
        case .connection(let code), .copying(let code):
            self = StoreError(
                DatabaseError(resultCode: ResultCode(rawValue: code)), during: "vault")
        default: self = .keys(error)
        }
    }

    /// `ENOSPC`, and `EPERM`, `EACCES`, `EROFS`.
    private static let noSpace: Int32 = 28
    private static let denied: Set<Int32> = [1, 13, 30]

    /// Runs something of the vault.
    static func ofVault<Value>(
        _ body: () throws(VaultError) -> Value
    ) throws(StoreError) -> Value {
        do { return try body() } catch { throw StoreError(error) }
    }
}
