import HomesCore

/// The forms of a resident's records: which fields, in which sections, how they are saved.
public enum RecordForms {
    /// Her details.
    public static func person(_ person: Person, _ language: Language) -> RecordFormScreen<Person> {
        let id = person.id
        return RecordFormScreen(
            person, code: person.personCode, key: id,
            fields: [
                (
                    Phrase("Who she is", "身份"),
                    [
                        "prs_IdentityNumber", "nameZh", "namePinyin", "alias", "prs_FirstName",
                        "prs_SecondName", "nameDataQuality", "prs_Birthdate", "prs_Gender",
                        "idDocumentType", "idHeldBy",
                    ]
                ),
                (
                    Phrase("Circumstances", "基本情况"),
                    [
                        "hukouCounty", "hukouType", "prs_MaritalStatus", "prs_NumberOfChildren",
                        "prs_PrimaryLanguage", "dialect", "ethnicity",
                        "prs_HighestLevelOfEducation", "schoolStatus", "skills",
                    ]
                ),
            ], language,
            read: { world throws(StoreError) in
                try world.store.residentPage(id, by: world.signature).person
            },
            write: { world, record throws(StoreError) in
                try world.store.editPerson(record, by: world.signature)
            })
    }

    /// A way to reach her: a new one, or one to change.
    public static func contact(
        _ contact: Contact, of person: Person, _ language: Language
    ) -> RecordFormScreen<Contact> {
        let id = contact.id
        let personId = person.id
        return RecordFormScreen(
            contact, code: person.personCode, key: id.isEmpty ? personId : id,
            fields: [
                (
                    Phrase("What is safe", "怎样联系才安全"),
                    [
                        "kind", "mayCall", "mayText", "mayLeaveMessage", "hours", "whoMayAnswer",
                        "persona", "codePhrase", "mayBeTold", "checkedOn",
                    ]
                ),
                (Phrase("Whom to reach", "联系人"), ["name", "relation", "phone"]),
            ], language,
            read: { world throws(StoreError) in
                try world.store.residentPage(personId, by: world.signature).contacts
                    .first { $0.contact.id == id }?.contact
            },
            write: { world, record throws(StoreError) in
                id.isEmpty
                    ? try world.store.addContact(record, by: world.signature)
                    : try world.store.editContact(record, by: world.signature)
            })
    }

    /// Her case.
    public static func file(
        _ file: Case, of person: Person, _ language: Language
    ) -> RecordFormScreen<Case> {
        let (id, personId) = (file.id, person.id)
        return RecordFormScreen(
            file, code: person.personCode, key: id,
            fields: [
                (
                    Phrase("Case", "个案"),
                    [
                        "cas_Status", "riskLevel", "referralSource",
                        "cas_ReasonForIncomingReferral", "vic_TraffickingStatus",
                        "vic_TraffickingStatusDecisionMakingOrg",
                    ]
                ),
                (Phrase("Closure", "结案"), ["cas_ReasonForCaseClosure", "dateClosure"]),
            ], language,
            read: { world throws(StoreError) in
                try world.store.residentPage(personId, by: world.signature).cases
                    .first { $0.id == id }
            },
            write: { world, record throws(StoreError) in
                try world.store.editCase(record, by: world.signature)
            })
    }

    /// The facts of a stay that are neither bed nor exit.
    public static func stay(
        _ stay: Stay, of person: Person, _ language: Language
    ) -> RecordFormScreen<Stay> {
        let (id, personId) = (stay.id, person.id)
        return RecordFormScreen(
            stay, code: person.personCode, key: id,
            fields: [
                (
                    Phrase("Stay", "住宿"),
                    [
                        "needs", "plannedExitDate", "priorLivingSituation", "lengthOfStayThere",
                        "relationshipToHoH", "belongings", "houseRulesExplainedOn",
                        "houseRulesLanguage",
                    ]
                )
            ], language,
            read: { world throws(StoreError) in
                try world.store.residentPage(personId, by: world.signature).stays
                    .first { $0.stay.id == id }?.stay
            },
            write: { world, record throws(StoreError) in
                try world.store.editStay(record, by: world.signature)
            })
    }

    /// What she agrees to, for one purpose.
    public static func consent(
        of person: Person, today: CivilDate, _ language: Language
    ) -> RecordFormScreen<Consent> {
        var consent = Consent()
        consent.personId = person.id
        consent.date = today
        return RecordFormScreen(
            consent, code: person.personCode, key: person.id,
            fields: [
                (
                    Phrase("Consent: never a condition of a bed", "知情同意：绝非入住条件"),
                    [
                        "purpose", "shareWith", "given", "givenBy", "date", "expiresOn",
                        "withheldWhat", "withheldWhy", "language", "formNumber",
                    ]
                )
            ], language,
            read: { _ in nil },
            write: { world, record throws(StoreError) in
                try world.store.recordConsent(record, by: world.signature)
            })
    }
}
