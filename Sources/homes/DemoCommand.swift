import ArgumentParser
import HomesCore

/// `homes demo`: an invented programme to look around in.
struct DemoCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "demo",
            abstract: words(
                "Open an invented programme; every person in it is made up.",
                "打开虚构项目试用；其中所有人物均为虚构。"),
            discussion: words(
                "Without --dir it lies in a private temporary folder that is gone afterwards. "
                    + "With --dir an empty folder is filled, or an invented programme reopened.",
                "不填 --dir 时放在私有临时文件夹，退出后删除。填 --dir 时写入空文件夹，或重新打开其中的虚构项目。"))
    }

    @OptionGroup var place: FolderOptions

    @Option(help: help("How many residents.", "入住人员数。", value: "number"))
    var residents = DemoProgramme.usualResidents

    @Option(help: help("The same seed gives the same people.", "相同种子生成相同的人。", value: "number"))
    var seed = DemoProgramme.usualSeed

    @Option(
        help: help(
            "The day it believes it is, YYYY-MM-DD. Without it: today.",
            "数据中的今天（YYYY-MM-DD）。不填则为当天。", value: "date"))
    var today: CivilDate?

    // No default value: the parser would write it as the file does, CASEWORKER.
    @Option(
        help: help(
            "As whom it opens. Without it: as a caseworker.", "以何角色打开。不填则为个案工作者。",
            value: "role"))
    var role: Role?

    @Flag(name: .customLong("no-open"), help: help("Only make it.", "只生成，不打开。"))
    var isOnlyMade = false

    @Option(
        help: help(
            "Draw the first screen into an SVG file instead of opening it.",
            "把首屏画成 SVG 文件，不打开。", value: "file"))
    var screenshot: String?

    func validate() throws {
        guard (0...1_000_000).contains(residents) else {
            throw ValidationError("--residents: 0...1000000")
        }
        if isOnlyMade, place.directory == nil {
            throw ValidationError(words("--no-open needs --dir.", "--no-open 须与 --dir 同用。"))
        }
    }

    func run() throws {
        guard let directory = place.directory, !directory.isEmpty else {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            return try show(try make(in: folder.path), in: folder.path, onlyHere: folder)
        }
        let store =
            FolderState.hasProgramme(in: directory)
            ? try reopen(directory) : try make(in: directory)
        if isOnlyMade {
            return Output.line(words("The invented programme is made: ", "虚构项目已生成：") + directory)
        }
        try show(store, in: directory, onlyHere: nil)
    }

    private func make(in folder: String) throws -> HomesStore {
        guard FolderState.isEmpty(folder) || place.directory == nil else {
            throw CommandFailure(
                .refused,
                Phrase(
                    "The folder is not empty. Choose an empty or a new one with --dir.",
                    "文件夹不是空的。请用 --dir 指定空文件夹或新文件夹。"))
        }
        let day = today ?? SystemClock.now().localDate()
        let store = HomesStore.place(in: folder)
        try DemoProgramme(residents: residents, seed: seed, today: day, isPinned: today != nil)
            .make(in: store)
        store.lock()
        do {
            try FolderState.markInvented(folder)
        } catch {
            FolderState.removeProgramme(in: folder)
            throw error
        }
        return store
    }

    private func reopen(_ folder: String) throws -> HomesStore {
        let store = try FolderState.open(folder)
        guard FolderState.isMarkedInvented(folder) else {
            throw CommandFailure(
                .refused,
                Phrase(
                    "The programme in this folder is a real one: it is no demonstration. "
                        + "Open it with `homes --dir`.",
                    "此文件夹中是真实项目，不能用于演示。请用 homes --dir 打开。"))
        }
        return store
    }

    private func show(
        _ store: HomesStore, in folder: String, onlyHere temporary: TemporaryFolder?
    ) throws {
        let opening = OpenProgram(
            store: store, folder: folder,
            userName: DemoProgramme.userName(for: role ?? .caseworker),
            language: ProgramLanguage.current)
        if let screenshot { return try opening.draw(into: screenshot) }
        let code = try opening.run()
        guard code != 0 else { return }
        temporary?.remove()
        throw ExitCode(code)
    }
}
