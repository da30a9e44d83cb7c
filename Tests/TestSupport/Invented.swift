import HomesCore

extension DemoProgramme {
    /// The password of a user of an invented programme.
    public static func password(of userName: String) -> String {
        accounts.first { $0.userName == userName }?.password ?? ""
    }
}

extension HomesStore {
    /// Opens an invented programme as one of its users.
    public static func invented(
        in folder: String, as userName: String
    ) throws(StoreError) -> HomesStore {
        let store = try HomesStore.door(of: folder)
        _ = try store.unlock(
            userName: userName, password: DemoProgramme.password(of: userName))
        return store
    }
}

extension PtyProgram {
    /// The keys that sign a user of an invented programme in, from empty fields.
    public func signInKeys(_ userName: String) -> String {
        userName + "<Enter>" + DemoProgramme.password(of: userName) + "<Enter>"
    }
}
