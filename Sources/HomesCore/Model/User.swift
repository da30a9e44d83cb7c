/// Somebody who may sign in.
public struct User: Record {
    public var stamp = Stamp()
    public var userName = ""
    public var displayName = ""
    public var role = Role.caseworker
    public var language = Language.chinese
    public var failedAttempts = 0
    public var lockedUntil: Instant?
    public var disabledOn: CivilDate?
    public var codeOfConductAcceptedOn: CivilDate?

    /// An empty record.
    public init() {}

    public static let table = "user"
    public static let noun = Phrase("User", "用户")
    public static let fields: [Field<User>] = [
        Field(
            "userName", Phrase("User name", "用户名"), \.userName, .code(limit: 40), required: true,
            help: Phrase("What you type to sign in; no spaces", "登录时输入的名字，不含空格")),
        Field(
            "displayName", Phrase("Name shown", "显示姓名"), \.displayName, .text(limit: 40),
            required: true),
        Field("role", Phrase("Role", "角色"), \.role),
        Field("language", Phrase("Language", "语言"), \.language),
        Field("failedAttempts", Phrase("Failed sign-ins", "登录失败次数"), \.failedAttempts, .kept),
        Field("lockedUntil", Phrase("Locked until", "锁定至"), \.lockedUntil, .kept),
        Field("disabledOn", Phrase("Disabled on", "停用日期"), \.disabledOn, .kept),
        Field(
            "codeOfConductAcceptedOn", Phrase("Code of conduct accepted", "已签行为准则"),
            \.codeOfConductAcceptedOn, .date),
    ]
}

/// A home in which a user works.
public struct UserHome: Record {
    public var stamp = Stamp()
    public var userId = ""
    public var homeId = ""

    /// An empty record.
    public init() {}

    public static let table = "userHome"
    public static let noun = Phrase("User's home", "用户所属之家")
    public static let fields: [Field<UserHome>] = [
        Field("userId", Phrase("User", "用户"), \.userId, .reference("user"), required: true),
        Field("homeId", Phrase("Home", "妇女之家"), \.homeId, .reference("home"), required: true),
    ]
}
