import HomesCore
import HomesUI
import TestSupport
import Testing

/// The list of residents, a resident's page tab by tab, and the forms that open from it. Keys start
/// at Today: AH014-0001 is the first of those who are here, AH014-0006 of those who have left.
@Suite struct ResidentGoldenTests {
    private let here = "1<Enter>"
    private let mother = "1<Down><Down><Down><Enter>"
    private let left = "1<Tab><Enter>"

    @Test func `the list of residents`() throws {
        try Journey.expectGoldens("residents", sizes: Journey.allSizes, "1")
        try Journey.expectGoldens("residents-names", "1v")
        try Journey.expectGoldens("residents-filter", sizes: Journey.narrow, "1/zc")
        try Journey.expectGoldens("residents-near", sizes: Journey.narrow, "1/wangxiaoyang")
        try Journey.expectGoldens("residents-no-match", "1/zzz")
        try Journey.expectGoldens("residents-left", "1<Tab>s")
    }

    @Test func `a resident's page, tab by tab`() throws {
        try Journey.expectGoldens("resident", sizes: Journey.allSizes, here)
        for (key, name) in [
            ("2", "stay"), ("3", "risk"), ("4", "counselling"), ("5", "plan"), ("6", "job"),
            ("7", "follow-ups"), ("8", "notes"), ("9", "consent"), ("0", "history"),
        ] {
            let keys = (name == "job" || name == "follow-ups" ? left : here) + key
            let sizes = name == "consent" ? Journey.allSizes : Journey.narrow
            try Journey.expectGoldens("resident-" + name, sizes: sizes, keys)
        }
    }

    @Test func `pages of others`() throws {
        try Journey.expectGoldens("resident-mother", mother + "2")
        try Journey.expectGoldens("resident-child", "1<Down><Down><Down><Down><Enter>")
        try Journey.expectGoldens("resident-left", left)
        try Journey.expectGoldens("resident-no-job", here + "6")
        try Journey.expectGoldens("resident-no-follow-ups", here + "7")
    }

    @Test func `forms of who she is, her stay and her case`() throws {
        try Journey.expectGoldens("edit-person", sizes: Journey.allSizes, here + "e")
        try Journey.expectGoldens(
            "edit-person-fault", here + "e<Down><Down><Down><Down><Down><Down><Down>1988-13-05<F10>"
        )
        try Journey.expectGoldens("edit-stay", here + "2e")
        try Journey.expectGoldens("edit-case", here + "3e")
    }

    @Test func `a corrected name that another file has is shown before it is saved`() throws {
        let typed = here + "e<Down><BS><BS><BS>李梅"
        try Journey.expectGoldens("edit-person-duplicates", sizes: Journey.narrow, typed)
        try Journey.expectGoldens("edit-person-same", typed + "<F5>")
    }

    @Test func `forms of contact, consent and risk`() throws {
        try Journey.expectGoldens("contact", sizes: Journey.narrow, here + "9e")
        try Journey.expectGoldens("contact-new", here + "n")
        try Journey.expectGoldens("consent", sizes: Journey.narrow, here + "c")
        try Journey.expectGoldens("consent-fault", here + "c1<F10>")
        try Journey.expectGoldens("consent-withdrawal", here + "9<End><Up>w")
        try Journey.expectGoldens("risk", sizes: Journey.narrow, here + "a")
    }

    @Test func `an open form changes its language, the answers too`() throws {
        var journey = try Journey(language: .english)
        journey.press(here + "c<F7>")
        journey.expectGolden("consent")
        journey.press("<F7>")
        journey.expectGolden("consent")
    }

    @Test func `the exit and its correction`() throws {
        try Journey.expectGoldens("exit", sizes: Journey.allSizes, here + "x")
        try Journey.expectGoldens("exit-with-child", mother + "x")
        try Journey.expectGoldens("exit-fault", here + "x<BS>x<F10>")
        try Journey.expectGoldens("exit-correction", left + "x")
    }

    @Test func `a record is made void, with the reason and by typing her code`() throws {
        try Journey.expectGoldens("resident-void-reason", here + "V")
        try Journey.expectGoldens("resident-void", here + "Vdouble<Enter>")
    }

    @Test func `what she and a colleague have both changed is compared`() throws {
        for language in Language.allCases {
            var journey = try Journey(language: language)
            journey.press(here + "e<Down><Down><Down>小燕子<Down>Wang")
            let signature = journey.programme.signature("manager", hour: 10)
            let id = try #require(journey.programme.people["AH014-0001"])
            var person = try journey.store.residentPage(id, by: signature).person
            person.alias = .said("阿燕")
            person.skills = .said("缝纫")
            try journey.store.editPerson(person, by: signature)
            journey.press("<F10>")
            journey.expectGolden("conflict", sizes: Journey.narrow)
        }
    }
}
