import ArgumentParser
import HomesCore

/// `homes report`: figures for paper, spreadsheets and scripts.
struct ReportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: words("Figures as text, CSV or JSON.", "以文本、CSV 或 JSON 输出统计。"),
            subcommands: [OccupancyReportCommand.self, UtilisationReportCommand.self])
    }
}

/// How a report is written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json
}

/// What every report takes.
struct ReportOptions: ParsableArguments {
    @OptionGroup var place: FolderOptions
    @OptionGroup var signer: SignerOptions

    @Option(help: help("text, csv or json.", "text、csv 或 json。", value: "format"))
    var format = ReportFormat.text

    @Option(help: help("Only this home: AH-014.", "只统计这一家：AH-014。", value: "code"))
    var home: String?

    @Option(
        help: help(
            "Only this province: its GB/T 2260 code (340000) or name.",
            "只统计这个省：行政区划代码（340000）或名称。", value: "code"))
    var province: String?

    /// Makes a report and prints it.
    func run(_ report: Report, _ period: ReportPeriod?) throws {
        guard let period else {
            throw CommandFailure(
                .usage,
                Phrase(
                    "The period ends before it begins. Give --from the earlier date.",
                    "结束日期早于开始日期。请把较早的日期给 --from。"))
        }
        let signed = try signer.open(try place.folder)
        let (store, signature) = (signed.store, signed.signature)
        let made = try store.make(
            report,
            ReportRequest(period: period, scope: try scope(in: store), signature: signature))
        switch format {
        case .text: Output.write(made.text(ProgramLanguage.current))
        case .csv: Output.write(made.csv())
        case .json: Output.write(made.json())
        }
    }

    private func scope(in store: HomesStore) throws -> OccupancyScope {
        if home != nil, province != nil {
            throw CommandFailure(
                .usage,
                Phrase("Give --home or --province, not both.", "--home 与 --province 只能选一个。"))
        }
        if let home {
            guard let found = try store.home(code: home.uppercased()) else {
                throw CommandFailure(
                    .noProgramme,
                    Phrase(
                        "There is no home of this code. The codes are in the report without --home.",
                        "没有此编号的妇女之家。不加 --home 的报表列出全部编号。"))
            }
            return .home(found.id)
        }
        guard let province else { return .programme }
        guard let found = try store.provinces().first(where: { $0.isCalled(province) }) else {
            throw CommandFailure(
                .noProgramme,
                Phrase(
                    "There is no such province in the programme. Give its code, like 340000.",
                    "项目中没有这个省。请填代码，如 340000。"))
        }
        return .province(found.provinceCode)
    }
}

/// `homes report occupancy --on DATE`.
struct OccupancyReportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "occupancy",
            abstract: words("Beds of a night.", "某一夜的床位情况。"),
            discussion: words(
                "Rows: the programme (code PROGRAMME), its provinces, its homes.",
                "依次为项目（编码 PROGRAMME）、各省、各家。"))
    }

    @OptionGroup var options: ReportOptions

    @Option(help: help("The night: 2007-06-15.", "哪一夜：2007-06-15。", value: "date"))
    var on: CivilDate

    func run() throws { try options.run(.occupancy, ReportPeriod(on)) }
}

/// `homes report utilisation --from DATE --to DATE`.
struct UtilisationReportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "utilisation",
            abstract: words("Bed nights of a period.", "一段时间的床夜数与利用率。"),
            discussion: words("Both days are included.", "首尾两天都计入。"))
    }

    @OptionGroup var options: ReportOptions

    @Option(help: help("The first day.", "第一天。", value: "date"))
    var from: CivilDate

    @Option(help: help("The last day.", "最后一天。", value: "date"))
    var to: CivilDate

    func run() throws { try options.run(.utilisation, ReportPeriod(first: from, last: to)) }
}
