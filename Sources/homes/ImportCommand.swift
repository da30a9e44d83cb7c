import ArgumentParser
import HomesCore

/// `homes import`: how a home comes from paper and spreadsheets.
struct ImportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: words(
                "Import the registry, stays or minimum wages from CSV files.",
                "从 CSV 文件导入名册、住宿记录或最低工资标准。"),
            discussion: words(
                """
                UTF-8, UTF-16 or GB18030; columns in any order, headed by their names or by \
                either language's labels. Every fault is listed with row and column; with any, \
                nothing is imported.
                """,
                """
                支持 UTF-8、UTF-16 和 GB18030；列的顺序不限，列名可用字段名或中英文标签。\
                所有错误均列出行和列；只要有错误，就不导入任何内容。
                """),
            subcommands: [
                ImportRegistryCommand.self, ImportStaysCommand.self, ImportWagesCommand.self,
            ])
    }
}

/// What both imports take beside their files.
struct ImportOptions: ParsableArguments {
    @Flag(
        name: .customLong("dry-run"),
        help: help(
            "Only say what would be imported, and what is wrong.",
            "只报告将导入的内容和错误，不作改动。"))
    var isDryRun = false

    /// A file's bytes; a failure names the file.
    static func bytes(of path: String) throws -> [UInt8] {
        do {
            return try TextFile.bytes(of: path)
        } catch let failure as CommandFailure {
            let place = Phrase(verbatim: HostileText.marked(path) + ": ")
            throw CommandFailure(failure.status, failure.phrase.map { place + $0 })
        }
    }
}

/// `homes import registry`.
struct ImportRegistryCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "registry",
            abstract: words(
                "Import homes and their beds; what is there already is brought up to date.",
                "导入妇女之家和床位；已有的将更新。"),
            discussion: ImportWords.columns([
                (words("homes", "妇女之家"), .homes), (words("beds", "床位"), .beds),
            ]))
    }

    @Argument(help: help("The homes' file.", "妇女之家文件。", value: "homes.csv"))
    var homesFile: String

    @Argument(help: help("The beds' file.", "床位文件。", value: "beds.csv"))
    var bedsFile: String

    @OptionGroup var options: ImportOptions
    @OptionGroup var signer: SignerOptions
    @OptionGroup var place: FolderOptions

    func run() throws {
        let homes = try ImportOptions.bytes(of: homesFile)
        let beds = try ImportOptions.bytes(of: bedsFile)
        let signed = try signer.open(try place.folder)
        let report = try signed.store.importRegistry(
            homes: homes, beds: beds, dryRun: options.isDryRun, by: signed.signature)
        try ImportWords.tell(report, namesFiles: true)
    }
}

/// `homes import stays`.
struct ImportStaysCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "stays",
            abstract: words(
                "Import residents and their stays.", "导入入住人员和住宿记录。"),
            discussion: ImportWords.columns([(words("stays", "住宿"), .stays)]))
    }

    @Argument(help: help("The stays' file.", "住宿记录文件。", value: "stays.csv"))
    var staysFile: String

    @OptionGroup var options: ImportOptions

    @Option(
        help: help(
            "In which home the signer works, if in several.", "签名人所在的妇女之家（属于多家时填写）。",
            value: "code"))
    var home: String?

    @OptionGroup var signer: SignerOptions
    @OptionGroup var place: FolderOptions

    func run() throws {
        let stays = try ImportOptions.bytes(of: staysFile)
        let signed = try signer.open(try place.folder, home: home)
        let report = try signed.store.importStays(
            stays, dryRun: options.isDryRun, by: signed.signature)
        try ImportWords.tell(report, namesFiles: false)
    }
}

/// `homes import wages`.
struct ImportWagesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "wages",
            abstract: words(
                "Import the provinces' minimum wages, which the checks L14 and L22 ask for.",
                "导入各省最低工资标准，供 L14 和 L22 核查使用。"),
            discussion: ImportWords.columns([(words("wages", "最低工资"), .wages)]))
    }

    @Argument(help: help("The wages' file.", "最低工资文件。", value: "wages.csv"))
    var wagesFile: String

    @OptionGroup var options: ImportOptions
    @OptionGroup var signer: SignerOptions
    @OptionGroup var place: FolderOptions

    func run() throws {
        let wages = try ImportOptions.bytes(of: wagesFile)
        let signed = try signer.open(try place.folder)
        let report = try signed.store.importWages(
            wages, dryRun: options.isDryRun, by: signed.signature)
        try ImportWords.tell(report, namesFiles: false)
    }
}

/// What an import says at its end.
enum ImportWords {
    /// Prints what was done, what to look at and what is wrong.
    ///
    /// - Throws: `faultsFound` when anything is wrong.
    static func tell(_ report: ImportReport, namesFiles: Bool) throws {
        let language = ProgramLanguage.current
        func place(_ fault: ImportFault) -> String {
            namesFiles ? fault.file.label(language) + words(", ", "，") : ""
        }
        var lines: [String] = []
        if report.faults.isEmpty {
            lines.append(
                report.isDryRun
                    ? words("Only tried, nothing was changed:", "试运行，未作改动：")
                    : words("Imported:", "已导入："))
            let made = report.counts.filter { $0.count > 0 }
            lines += made.map { "  \($0.label(language)): \($0.count)" }
            if made.isEmpty { lines.append(words("  nothing is new", "  没有新内容")) }
        } else {
            lines.append(
                words(
                    "Nothing was imported; correct these and import again. Faults: ",
                    "未导入任何内容；请更正以下各条后重新导入。错误：") + String(report.faults.count))
        }
        lines += report.warnings.map { warning in
            words("look at ", "请核对：") + place(warning) + warning.phrase(language)
        }
        lines += report.faults.map { place($0) + $0.phrase(language) }
        Output.write(lines.map { $0 + "\n" }.joined())
        if !report.faults.isEmpty { throw CommandFailure(.faultsFound, nil) }
    }

    /// The columns of files, for `--help`.
    static func columns(_ files: [(name: String, file: ImportFile)]) -> String {
        let lines = files.map { name, file in
            "\(name): " + file.columnNames.joined(separator: ",")
        }
        return ([words("Columns:", "列名：")] + lines).joined(separator: "\n")
    }
}
