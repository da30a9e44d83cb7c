import HomesCore
import HomesUI
import TestSupport
import Testing

/// The list of reports, the questions each asks, its figures and the rule behind them.
@Suite struct ReportsGoldenTests {
    private func both(
        _ name: String, sizes: [(width: Int, height: Int)] = [(80, 24)],
        as userName: String = "supervisor", _ keys: String
    ) throws {
        try Journey.expectGoldens(
            name, sizes: sizes, as: userName, opening: { _ in ReportListScreen() }, keys)
    }

    @Test func `the list of reports`() throws {
        try both("reports", sizes: Journey.allSizes, "")
    }

    @Test func `every report asks for its days and its homes and shows its figures`() throws {
        for (index, report) in Report.all.enumerated() {
            let open = String(repeating: "<Down>", count: index) + "<Enter>"
            try both("report-form-\(report.id)", open)
            try both("report-\(report.id)", sizes: Journey.allSizes, open + "<F10>")
            try both("report-\(report.id)-why", open + "<F10>=")
        }
    }

    @Test func `the last day before the first`() throws {
        try both("report-form-fault", "<Down><Enter><Down>2007-05-01<F10>")
    }
}
