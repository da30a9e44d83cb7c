/// Somebody who may sign in.
public struct User: Record {
    public var stamp = Stamp()
    public var userName = ""
    public var displayName = ""
    public var role = Role.caseworker
    public var language = Language.chinese
    /// Which key slot is hers, in hexadecimal digits; `nil` while she has no password.
    public var keySlot: String?
    public var passwordState = PasswordState.none
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
        Field("keySlot", Phrase("Key slot", "密钥槽"), \.keySlot, .kept),
        Field("passwordState", Phrase("Password", "密码状态"), \.passwordState, .kept),
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
