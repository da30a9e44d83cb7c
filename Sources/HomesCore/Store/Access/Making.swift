import Foundation
import GRDB
import Glibc
import Vault

extension HomesStore {
    /// The place of a programme that is not made yet.
    public static func place(in folder: String) -> HomesStore {
        HomesStore(path: folder + "/" + fileName)
    }

    /// Makes a programme in its folder, which is made too if it is missing (0700): the sealed file,
    /// the key file, the first administrator with her password, for whom the door stands open then.
    /// Cut short at any moment, there is a whole programme or none.
    ///
    /// - Parameter fill: What else is written into the new file before it takes its name.
    /// - Returns: The first user, and three recovery shares of which any two restore access. They
    ///   exist nowhere else: they are to be printed now.
    /// - Throws: `refused(.duplicateValue)` when there is a programme already,
    ///   `refused(.invalidValue)` for a user name that is empty or has a space,
    ///   `refused(.passwordTooWeak)`; `readOnly`, `diskFull`, as `open`. Nothing is left behind.
    public func make(
        _ programme: Programme, firstUser: User, password: String, at moment: Instant,
        fill: ((HomesStore, User) throws(StoreError) -> Void)? = nil
    ) throws(StoreError) -> (firstUser: User, shares: [RecoveryShare]) {
        var user = try firstUser.checked()
        user.role = .admin
        try HomesStore.checkPassword(password, of: user)
        let first = user
        return try make(userName: user.userName, password: password) { store throws(StoreError) in
            let saved = try store.setUp(programme: programme, firstUser: first, at: moment)
            try fill?(store, saved)
            return saved.id
        }
    }

    /// Makes the files and lets them be filled.
    ///
    /// - Parameter fill: Fills the empty file and gives the id of the user whose password it is.
    func make(
        userName: String, password: String, fill: (HomesStore) throws(StoreError) -> String
    ) throws(StoreError) -> (firstUser: User, shares: [RecoveryShare]) {
        let first = FirstFile(path: path)
        first.finish()
        if FileManager.default.fileExists(atPath: path) { throw .refused(.duplicateValue) }
        do {
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent,
                withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .readOnly
        }
        first.discard()
        do throws(StoreError) {
            let maker = HomesStore(path: first.path, keyFile: keyFile.of(fileAt: first.path))
            let (keys, shares) = try StoreError.ofVault { () throws(VaultError) in
                try maker.keyFile.create(
                    first: Credentials(name: HomesStore.typed(userName), password: password))
            }
            try maker.open(with: keys, isNew: true)
            let userId = try fill(maker)
            try maker.give(keys.slot, to: userId, using: keys)
            maker.lock()
            try first.takeName()
            try open(with: keys)
            answer(onlyTo: userId)
            return (try read { try $0.existing(User.self, userId) }, shares)
        } catch {
            first.discard()
            throw error
        }
    }

    /// Gives a user a password of her own while the file is being made, or in a test.
    package func give(_ password: String, toUser userId: String) throws(StoreError) {
        let keys = try keysOfDoor()
        let user = try read { try $0.existing(User.self, userId) }
        let slot = try StoreError.ofVault { () throws(VaultError) in
            try keyFile.addSlot(
                Credentials(name: HomesStore.typed(user.userName), password: password),
                carriesSecondKey: user.role.readsSecondSeal, using: keys)
        }
        try give(slot, to: userId, using: keys)
    }

    /// Says in the file which slot is whose, outside the journal: it belongs to making the user.
    private func give(
        _ slot: SlotID?, to userId: String, using keys: VaultKeys
    ) throws(StoreError) {
        let queue = try openQueue()
        let generation = try StoreError.ofVault { () throws(VaultError) in
            try keyFile.generation(using: keys)
        }
        try translating(during: "make") {
            try queue.inDatabase { db in
                try db.inTransaction(.immediate) {
                    try db.execute(
                        sql: "UPDATE user SET keySlot = ?, passwordState = ? WHERE id = ?",
                        arguments: [slot?.text, PasswordState.own.rawValue, userId])
                    try db.setKeyGeneration(generation)
                    return .commit
                }
            }
        }
    }

    /// A programme for a test: sealed, in a file of its own that is gone with the store. Its key
    /// file costs next to nothing to open, and no password opened it.
    package static func throwaway() throws(StoreError) -> HomesStore {
        let store = try throwawayPlace()
        let keys = try StoreError.ofVault { () throws(VaultError) in
            try store.keyFile.create(first: Credentials(name: "", password: "")).keys
        }
        try store.open(with: keys, isNew: true)
        return store
    }

    /// The place of a programme that a test makes.
    package static func throwawayPlace() throws(StoreError) -> HomesStore {
        let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
        var template = Array((base + "/homes-test-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw .readOnly }
        let folder = template.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { String(cString: $0) } ?? ""
        }
        let path = folder + "/" + fileName
        return HomesStore(
            path: path, keyFile: KeyFile(besideFileAt: path, isCheap: true, capacity: 16),
            throwaway: folder)
    }

    /// The locked door of a programme that a test made, for another process.
    package static func cheapDoor(ofFileAt path: String) -> HomesStore {
        HomesStore(path: path, keyFile: KeyFile(besideFileAt: path, isCheap: true, capacity: 16))
    }

    /// Says that a newer program made the file; for tests.
    package func pretendNewerSchema() throws(StoreError) {
        let queue = try openQueue()
        try translating(during: "make") {
            try queue.inDatabase { try $0.execute(sql: "PRAGMA user_version = 9999") }
        }
    }

    /// The same file through another connection, as another process has it; for tests.
    package func anotherDoor() throws(StoreError) -> HomesStore {
        let other = HomesStore(path: path, keyFile: keyFile)
        try other.open(with: try keysOfDoor())
        return other
    }
}

/// A programme that is being made: its files have other names until they are whole.
struct FirstFile {
    private let name: String
    /// Where the file lies until it is whole.
    let path: String

    init(path: String) {
        name = path
        self.path = path + ".making"
    }

    private static let suffixes = ["", ".keys", "-journal", ".tries"]

    /// The key file takes its name first: a sealed file without one could not be opened.
    func takeName() throws(StoreError) {
        for suffix in [".keys", ".tries", ""] where access(path + suffix, F_OK) == 0 {
            guard rename(path + suffix, name + suffix) == 0 else {
                throw StoreError(VaultError.unusable(errno: errno))
            }
        }
        try StoreError.ofVault { () throws(VaultError) in try KeyFileDisk.syncFolder(of: name) }
    }

    /// Goes on where giving the names was cut short.
    func finish() {
        guard access(name, F_OK) != 0, access(path, F_OK) == 0, access(path + ".keys", F_OK) != 0,
            access(name + ".keys", F_OK) == 0
        else { return }
        try? takeName()
    }

    /// Takes away what was made.
    func discard() { for suffix in FirstFile.suffixes { unlink(path + suffix) } }
}
