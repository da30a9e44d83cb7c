/// The second schema's part for referrals, incidents, transfers, closures.
let schema02Sharing = [
    schema02Referral, schema02Incident, schema02Transfer, schema02Closure,
    neverDeleted("referral", "incident", "incidentPerson", "transfer", "closureRequest"),
].joined(separator: "\n")

/// Today in the programme's time zone at the moment of the change.
private let localToday02 = """
    date(NEW.updatedAt, (SELECT utcOffsetMinutes FROM programme) || ' minutes')
    """

/// Whether a consent of hers is in force on a day: given and not withdrawn, begun and not expired,
/// and no later refusal of the same.
private func inForce(purpose: String, recipient: String, on day: String) -> String {
    """
    EXISTS (SELECT 1 FROM consent c WHERE c.id = NEW.consentId AND c.personId = NEW.personId
      AND c.voidedAt IS NULL AND c.given = '1' AND c.withdrawnOn IS NULL
      AND c.purpose = '\(purpose)' AND \(recipient) AND c.date <= \(day)
      AND coalesce(c.expiresOn, date(c.date, '+90 days')) > \(day)
      AND NOT EXISTS (SELECT 1 FROM consent n WHERE n.personId = c.personId
        AND n.purpose = c.purpose AND (n.shareWith IS NULL OR n.shareWith IS c.shareWith)
        AND n.given NOT IN ('1', '99') AND n.voidedAt IS NULL AND n.rowid > c.rowid))
    """
}

private let schema02Referral = """
    CREATE TABLE referral (
      \(stampColumns01),
      personId TEXT NOT NULL REFERENCES person(id),
      homeId TEXT NOT NULL REFERENCES home(id),
      direction TEXT NOT NULL CHECK (direction IN ('OUT', 'IN')),
      serviceType TEXT NOT NULL,
      toOrganisation TEXT NOT NULL CHECK (toOrganisation <> ''),
      consentId TEXT NOT NULL REFERENCES consent(id),
      sharedOn TEXT NOT NULL CHECK (sharedOn IS date(sharedOn)),
      sentAt TEXT NOT NULL,
      responseTimeframe TEXT NOT NULL CHECK (responseTimeframe IN ('1h', '3h', '1d', '3d')),
      dueAt TEXT NOT NULL CHECK (dueAt > sentAt),
      sharesIdentity TEXT NOT NULL CHECK (sharesIdentity IN ('0', '1')),
      sharesContact TEXT NOT NULL CHECK (sharesContact IN ('0', '1')),
      sharesFamily TEXT NOT NULL CHECK (sharesFamily IN ('0', '1')),
      sharesNeeds TEXT NOT NULL CHECK (sharesNeeds IN ('0', '1')),
      sharesRisk TEXT NOT NULL CHECK (sharesRisk IN ('0', '1')),
      sharesCase TEXT NOT NULL CHECK (sharesCase IN ('0', '1')),
      sharesWork TEXT NOT NULL CHECK (sharesWork IN ('0', '1')),
      reason TEXT,
      status TEXT NOT NULL CHECK (status IN
        ('in_progress', 'accepted', 'rejected', 'done', 'revoked')),
      referralResult TEXT CHECK (referralResult IN ('1', '2', '3')),
      respondedAt TEXT CHECK (respondedAt >= sentAt),
      feedback TEXT,
      revokedOn TEXT CHECK (revokedOn IS date(revokedOn)),
      toldOn TEXT CHECK (toldOn IS date(toldOn)),
      CHECK (status <> 'in_progress' OR (respondedAt IS NULL AND referralResult IS NULL)),
      CHECK (status NOT IN ('accepted', 'rejected', 'done') OR respondedAt IS NOT NULL),
      CHECK (status <> 'done' OR referralResult IS NOT NULL),
      CHECK (status <> 'rejected' OR coalesce(referralResult, '') = '3'),
      CHECK ((status = 'revoked') = (revokedOn IS NOT NULL)),
      CHECK (toldOn IS NULL OR coalesce(toldOn >= revokedOn, 0)),
      CHECK (direction <> 'OUT' OR '1' IN (sharesIdentity, sharesContact, sharesFamily,
        sharesNeeds, sharesRisk, sharesCase, sharesWork))
    ) STRICT;
    CREATE INDEX referralByPerson ON referral (personId, sentAt);
    CREATE INDEX referralByConsent ON referral (consentId);
    CREATE INDEX referralWaiting ON referral (dueAt) WHERE status = 'in_progress';
    CREATE INDEX referralToTell ON referral (revokedOn)
      WHERE status = 'revoked' AND toldOn IS NULL;

    CREATE TRIGGER referral_noConsent_insert BEFORE INSERT ON referral
    WHEN \(withoutConsent) OR NEW.sharedOn IS NOT \(localToday02)
    BEGIN SELECT RAISE(ABORT, 'homes:noConsent'); END;
    -- What was shared is a fact; asked again is what makes it another disclosure, or an open one.
    CREATE TRIGGER referral_noConsent_update BEFORE UPDATE ON referral
    WHEN (NEW.personId <> OLD.personId OR NEW.direction <> OLD.direction
      OR NEW.toOrganisation <> OLD.toOrganisation OR NEW.consentId <> OLD.consentId
      OR NEW.sharedOn <> OLD.sharedOn OR NEW.sharesIdentity > OLD.sharesIdentity
      OR NEW.sharesContact > OLD.sharesContact OR NEW.sharesFamily > OLD.sharesFamily
      OR NEW.sharesNeeds > OLD.sharesNeeds OR NEW.sharesRisk > OLD.sharesRisk
      OR NEW.sharesCase > OLD.sharesCase OR NEW.sharesWork > OLD.sharesWork
      OR (NEW.status IN ('in_progress', 'accepted')
        AND OLD.status NOT IN ('in_progress', 'accepted'))
      OR (NEW.voidedAt IS NULL AND OLD.voidedAt IS NOT NULL)) AND \(withoutConsent)
    BEGIN SELECT RAISE(ABORT, 'homes:noConsent'); END;

    -- A consent does not go while something open rests on it: that ends first.
    CREATE TRIGGER consent_stillShared_update BEFORE UPDATE ON consent
    WHEN (NEW.withdrawnOn IS NOT NULL OR NEW.voidedAt IS NOT NULL OR NEW.given <> '1'
      OR NEW.personId <> OLD.personId OR NEW.purpose <> OLD.purpose
      OR NEW.shareWith IS NOT OLD.shareWith) AND (
      EXISTS (SELECT 1 FROM referral r WHERE r.consentId = NEW.id AND r.voidedAt IS NULL
        AND r.direction = 'OUT' AND r.status IN ('in_progress', 'accepted'))
      OR EXISTS (SELECT 1 FROM transfer t WHERE t.consentId = NEW.id AND t.voidedAt IS NULL
        AND t.status = 'PROPOSED'))
    BEGIN SELECT RAISE(ABORT, 'homes:stillShared'); END;
    CREATE TRIGGER consent_stillShared_insert BEFORE INSERT ON consent
    WHEN NEW.voidedAt IS NULL AND NEW.given NOT IN ('1', '99') AND EXISTS (
      SELECT 1 FROM consent c WHERE c.personId = NEW.personId AND c.purpose = NEW.purpose
        AND (NEW.shareWith IS NULL OR NEW.shareWith IS c.shareWith) AND (
          EXISTS (SELECT 1 FROM referral r WHERE r.consentId = c.id AND r.voidedAt IS NULL
            AND r.direction = 'OUT' AND r.status IN ('in_progress', 'accepted'))
          OR EXISTS (SELECT 1 FROM transfer t WHERE t.consentId = c.id AND t.voidedAt IS NULL
            AND t.status = 'PROPOSED')))
    BEGIN SELECT RAISE(ABORT, 'homes:stillShared'); END;
    """

/// What goes out needs a consent for that very organisation; what comes in, one for the work here
/// or for that organisation.
private let withoutConsent: String = {
    let outgoing = inForce(
        purpose: "SHARE_WITH", recipient: "c.shareWith = NEW.toOrganisation", on: "NEW.sharedOn")
    let incoming = inForce(
        purpose: "CASE_MANAGEMENT", recipient: "1", on: "NEW.sharedOn")
    return """
        (NEW.voidedAt IS NULL AND NOT \(outgoing)
          AND (NEW.direction = 'OUT' OR NOT \(incoming)))
        """
}()

private let schema02Incident = """
    CREATE TABLE incident (
      \(stampColumns01),
      homeId TEXT NOT NULL REFERENCES home(id),
      date TEXT NOT NULL CHECK (date IS date(date)),
      reportedOn TEXT NOT NULL CHECK (reportedOn IS date(reportedOn)),
      class TEXT NOT NULL CHECK (class IN ('IN_HOME_SAFETY', 'MISSING_RESIDENT', 'THEFT',
        'ILLNESS', 'VIOLENCE', 'THREAT_BY_OUTSIDER', 'RECRUITER_AT_DOOR', 'WORKPLACE_ABUSE',
        'WAGE_ARREARS', 'DOCUMENT_RETENTION', 'SUSPECTED_TRAFFICKING', 'DATA_BREACH')),
      gbvType TEXT,
      employerId TEXT REFERENCES employer(id),
      whatHappened TEXT,
      action TEXT,
      reportedTo TEXT,
      status TEXT NOT NULL CHECK (status IN ('OPEN', 'FOLLOWED_UP', 'CLOSED')),
      closedOn TEXT CHECK (closedOn IS date(closedOn)),
      closedReason TEXT,
      CHECK (reportedOn >= date),
      CHECK (closedOn >= reportedOn),
      CHECK ((status = 'CLOSED') = (closedOn IS NOT NULL)),
      CHECK ((status = 'CLOSED') = (coalesce(closedReason, '') <> '')),
      CHECK (gbvType IS NULL OR class IN ('IN_HOME_SAFETY', 'VIOLENCE', 'THREAT_BY_OUTSIDER',
        'WORKPLACE_ABUSE', 'SUSPECTED_TRAFFICKING'))
    ) STRICT;
    CREATE INDEX incidentByHome ON incident (homeId, date);
    CREATE INDEX incidentOpen ON incident (homeId, date)
      WHERE status <> 'CLOSED' AND voidedAt IS NULL;
    CREATE INDEX incidentByEmployer ON incident (employerId) WHERE employerId IS NOT NULL;

    CREATE TABLE incidentPerson (
      \(stampColumns01),
      incidentId TEXT NOT NULL REFERENCES incident(id),
      personId TEXT REFERENCES person(id),
      part TEXT NOT NULL CHECK (part IN ('AFFECTED', 'PRESENT', 'ALLEGED')),
      description TEXT,
      CHECK ((personId IS NULL) = (coalesce(description, '') <> ''))
    ) STRICT;
    CREATE INDEX incidentPersonByIncident ON incidentPerson (incidentId);
    CREATE INDEX incidentPersonByPerson ON incidentPerson (personId) WHERE personId IS NOT NULL;
    CREATE UNIQUE INDEX incidentPersonOnce ON incidentPerson (incidentId, personId)
      WHERE personId IS NOT NULL AND voidedAt IS NULL;
    """

private let schema02Transfer = """
    CREATE TABLE transfer (
      \(stampColumns01),
      personId TEXT NOT NULL REFERENCES person(id),
      fromHomeId TEXT NOT NULL REFERENCES home(id),
      toHomeId TEXT NOT NULL REFERENCES home(id),
      stayId TEXT REFERENCES stay(id),
      consentId TEXT NOT NULL REFERENCES consent(id),
      proposedOn TEXT NOT NULL CHECK (proposedOn IS date(proposedOn)),
      reason TEXT NOT NULL CHECK (reason <> ''),
      needs TEXT,
      ageBand TEXT,
      status TEXT NOT NULL CHECK (status IN ('PROPOSED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
      answeredOn TEXT CHECK (answeredOn IS date(answeredOn)),
      answeredBy TEXT REFERENCES user(id),
      answerReason TEXT,
      newStayId TEXT REFERENCES stay(id),
      motherTransferId TEXT REFERENCES transfer(id),
      CHECK (fromHomeId <> toHomeId),
      CHECK ((status = 'PROPOSED') = (answeredOn IS NULL)),
      CHECK ((status = 'PROPOSED') = (answeredBy IS NULL)),
      CHECK (status <> 'REFUSED' OR coalesce(answerReason, '') <> ''),
      CHECK ((status = 'ACCEPTED') = (newStayId IS NOT NULL)),
      CHECK (motherTransferId IS NULL OR status = 'ACCEPTED')
    ) STRICT;
    CREATE INDEX transferByPerson ON transfer (personId, proposedOn);
    CREATE INDEX transferTo ON transfer (toHomeId, status);
    CREATE INDEX transferFrom ON transfer (fromHomeId, proposedOn);
    CREATE UNIQUE INDEX transferOpen ON transfer (personId)
      WHERE status = 'PROPOSED' AND voidedAt IS NULL;

    \(onWrite("noConsent", "transfer", """
        NEW.status IN ('PROPOSED', 'ACCEPTED') AND iif(NEW.motherTransferId IS NULL,
          NOT \(inForce(
            purpose: "TRANSFER_TO_HOME",
            recipient: """
                (c.shareWith IS NULL OR c.shareWith =
                  (SELECT h.homeCode FROM home h WHERE h.id = NEW.toHomeId))
                """,
            on: "coalesce(NEW.answeredOn, NEW.proposedOn)")),
          NOT EXISTS (SELECT 1 FROM transfer m WHERE m.id = NEW.motherTransferId
            AND m.status = 'ACCEPTED' AND m.fromHomeId = NEW.fromHomeId
            AND m.toHomeId = NEW.toHomeId AND m.consentId = NEW.consentId))
        """))
    -- Her file moves with a transfer that the other home has accepted, and in no other way.
    CREATE TRIGGER person_movesByTransfer BEFORE UPDATE OF homeId ON person
    WHEN NEW.homeId <> OLD.homeId AND NOT EXISTS (SELECT 1 FROM transfer t
      WHERE t.personId = NEW.id AND t.fromHomeId = OLD.homeId AND t.toHomeId = NEW.homeId
        AND t.status = 'ACCEPTED' AND t.voidedAt IS NULL)
    BEGIN SELECT RAISE(ABORT, 'homes:movesByTransfer'); END;
    """

private let schema02Closure = """
    CREATE TABLE closureRequest (
      \(stampColumns01),
      caseId TEXT NOT NULL REFERENCES "case"(id),
      personId TEXT NOT NULL REFERENCES person(id),
      askedOn TEXT NOT NULL CHECK (askedOn IS date(askedOn)),
      reason TEXT NOT NULL CHECK (reason <> ''),
      closeOn TEXT NOT NULL CHECK (closeOn IS date(closeOn)),
      note TEXT,
      status TEXT NOT NULL CHECK (status IN ('ASKED', 'APPROVED', 'REFUSED', 'OVERTAKEN')),
      answeredOn TEXT CHECK (answeredOn IS date(answeredOn)),
      answeredBy TEXT REFERENCES user(id),
      answerReason TEXT,
      CHECK ((status = 'ASKED') = (answeredOn IS NULL)),
      CHECK ((status = 'ASKED') = (answeredBy IS NULL)),
      CHECK (status <> 'REFUSED' OR coalesce(answerReason, '') <> '')
    ) STRICT;
    CREATE INDEX closureRequestByPerson ON closureRequest (personId);
    CREATE UNIQUE INDEX closureRequestOpen ON closureRequest (caseId)
      WHERE status = 'ASKED' AND voidedAt IS NULL;

    CREATE TRIGGER case_closureNeedsApproval BEFORE UPDATE OF cas_Status ON "case"
    WHEN NEW.voidedAt IS NULL AND NEW.cas_Status IN ('Closed', 'ClosedReferred')
      AND OLD.cas_Status NOT IN ('Closed', 'ClosedReferred')
      AND (NEW.closureApprovedBy IS NULL OR NEW.dateClosure IS NULL
        OR NEW.cas_ReasonForCaseClosure IS NULL)
    BEGIN SELECT RAISE(ABORT, 'homes:closureNeedsApproval'); END;
    """
