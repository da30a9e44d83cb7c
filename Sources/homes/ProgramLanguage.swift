import ArgumentParser
import Glibc
import HomesCore

/// The language of everything the program says outside its screens.
enum ProgramLanguage {
    /// `--lang`, else LC_ALL, LC_MESSAGES or LANG, whichever is set first; English otherwise.
    static let current = choose(
        arguments: CommandLine.arguments,
        environment: { getenv($0).map { String(cString: $0) } })

    /// Whether the language was asked for on the command line, and holds whoever signs in.
    static let isAskedFor = asked(CommandLine.arguments) != nil

    /// What `--lang` says; `nil` without it.
    private static func asked(_ arguments: [String]) -> Language? {
        for (index, argument) in arguments.enumerated() {
            if argument == "--lang", index + 1 < arguments.count,
                let language = Language(rawValue: arguments[index + 1])
            {
                return language
            }
            if argument.hasPrefix("--lang="),
                let language = Language(rawValue: String(argument.dropFirst(7)))
            {
                return language
            }
        }
        return nil
    }

    /// The choice, from what a process is given.
    static func choose(
        arguments: [String], environment: (String) -> String?
    ) -> Language {
        if let language = asked(arguments) { return language }
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = environment(name), !value.isEmpty else { continue }
            return value.hasPrefix("zh") ? .chinese : .english
        }
        return .english
    }
}

/// A text of the program in the language it speaks.
func words(_ english: String, _ chinese: String) -> String {
    Phrase(english, chinese)(ProgramLanguage.current)
}

/// The help of an option, in both languages.
func help(_ english: String, _ chinese: String, value: String? = nil) -> ArgumentHelp {
    var help = ArgumentHelp(stringLiteral: words(english, chinese))
    help.valueName = value
    return help
}

/// The fixed words of the argument parser, which knows English only.
enum HelpWords {
    private static let rows = [
        ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："),
        ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "子命令："), ("Error: ", "参数有误："),
        ("Usage: ", "用法："), ("Help: ", "说明："), (" (default)", "（默认）"),
        ("Show the version.", "显示版本。"), ("Show help information.", "显示帮助。"),
        ("Missing expected argument", "缺少参数"), ("Unknown option", "未知选项"),
        ("Unexpected argument", "多余的参数"), ("Missing value for", "缺少取值："),
        ("(default: ", "（默认："), (" (values: ", "（取值："), ("  See '", "  详见 '"),
        ("' for detailed help.", "'。"),
        ("' for more information.", "'。"), ("The value ", "取值 "), (" is invalid for ", " 不适用于 "),
    ]

    /// A message of the parser in a language.
    static func translated(_ message: String, _ language: Language) -> String {
        guard language == .chinese else { return message }
        var text = message
        for (english, chinese) in rows { text.replace(english, with: chinese) }
        return text
    }
}

extension Language: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {
    /// The stored code in any case, with `-` for `_`: `home-manager`.
    public init?(argument: String) {
        var code = argument.uppercased()
        code.replace("-", with: "_")
        self.init(rawValue: code)
    }

    public static var allValueStrings: [String] {
        allCases.map { role in
            var text = role.rawValue.lowercased()
            text.replace("_", with: "-")
            return text
        }
    }
}

extension CivilDate: ExpressibleByArgument {
    /// `YYYY-MM-DD`.
    public init?(argument: String) {
        self.init(iso: argument)
    }
}
