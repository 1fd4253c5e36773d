package org.superbill.billing.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.OtherCoverage;
import org.superbill.events.Address;
import org.superbill.events.ClaimDetails;
import org.superbill.events.CoverageChanged;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PatientChanged;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.events.Relationship;
import org.superbill.events.Sex;

/** Facts of a claim that passes every edit; a test changes what matters to it. */
public final class Facts {
    public static final LocalDate ON = LocalDate.parse("2026-03-02");
    public static final Address ADDRESS = new Address("1 MAIN ST", null, "MIAMI", "FL", "331110000");

    public final UUID organizationId;
    public EncounterCoded encounter;
    public PracticeChanged.Organization organization;
    public PracticeChanged.Practitioner practitioner;
    public PracticeChanged.Location location;
    public PatientChanged patient;
    public CoverageChanged coverage;
    public PayerChanged payer;
    public @Nullable PayerChanged nextPayer;
    public @Nullable CoverageChanged nextCoverage;

    public Facts() {
        this(UUID.randomUUID());
    }

    public Facts(UUID organizationId) {
        this.organizationId = organizationId;
        organization = new PracticeChanged.Organization(
                "RIVERSIDE FAMILY MEDICINE",
                "1234567893",
                "123456789",
                "207Q00000X",
                ADDRESS,
                null,
                "America/New_York",
                null,
                new PracticeChanged.Submitter(
                        "RIVERSIDE FAMILY MEDICINE", "RIVERSIDE", "ANN BILLER", "3055550100", null));
        practitioner = new PracticeChanged.Practitioner("1912301953", "BEN", null, "KILDARE", "207Q00000X");
        location = new PracticeChanged.Location("OFFICE", "11", null, null);
        patient = new PatientChanged(
                UUID.randomUUID(), "MARIA", null, "GARCIA", LocalDate.parse("1980-01-31"), Sex.female, ADDRESS, null);
        payer = new PayerChanged(
                UUID.randomUUID(),
                "KEY INSURANCE",
                "99999",
                "CI",
                new PayerChanged.Profile(
                        "payer-simulator",
                        "005010X222A1",
                        "KEY INSURANCE",
                        "KEY",
                        true,
                        365,
                        new PayerChanged.Interchange("00", "", "00", "", "ZZ", "RIVERSIDE", "ZZ", "KEY", true, "T"),
                        new PayerChanged.Group("RIVERSIDE", "KEY")));
        coverage = new CoverageChanged(
                UUID.randomUUID(),
                patient.patientId(),
                payer.payerId(),
                "W123456789",
                null,
                null,
                1,
                Relationship.self,
                null,
                LocalDate.parse("2026-01-01"),
                null);
        encounter = new EncounterCoded(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                patient.patientId(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(coverage.coverageId()),
                ON,
                List.of("J029"),
                List.of(line(1, "99213", 150_00), line(2, "87070", 25_00)),
                "coder");
    }

    public static EncounterCoded.Line line(int number, String procedure, long chargeCents) {
        return new EncounterCoded.Line(number, procedure, List.of(), BigDecimal.ONE, chargeCents, ON, List.of(1));
    }

    public Facts memberId(String memberId) {
        coverage = new CoverageChanged(
                coverage.coverageId(),
                coverage.patientId(),
                coverage.payerId(),
                memberId,
                coverage.groupNumber(),
                coverage.groupName(),
                coverage.sequence(),
                coverage.relationshipToSubscriber(),
                coverage.subscriber(),
                coverage.effectiveFrom(),
                coverage.effectiveTo());
        return this;
    }

    public Facts relationship(Relationship relationship, CoverageChanged.@Nullable Subscriber subscriber) {
        coverage = new CoverageChanged(
                coverage.coverageId(),
                coverage.patientId(),
                coverage.payerId(),
                coverage.memberId(),
                coverage.groupNumber(),
                coverage.groupName(),
                coverage.sequence(),
                relationship,
                subscriber,
                coverage.effectiveFrom(),
                coverage.effectiveTo());
        return this;
    }

    public Facts inEffect(String from, @Nullable String to) {
        coverage = new CoverageChanged(
                coverage.coverageId(),
                coverage.patientId(),
                coverage.payerId(),
                coverage.memberId(),
                coverage.groupNumber(),
                coverage.groupName(),
                coverage.sequence(),
                coverage.relationshipToSubscriber(),
                coverage.subscriber(),
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
        return this;
    }

    /** The patient has a second coverage, of LOCK INSURANCE. */
    public Facts nextPayer() {
        return next(new PayerChanged(
                UUID.randomUUID(), "LOCK INSURANCE", "88888", payer.claimFilingIndicator(), payer.profile()));
    }

    /** The patient has a second coverage of the same payer. */
    public Facts secondCoverage() {
        return next(payer);
    }

    private Facts next(PayerChanged later) {
        nextPayer = later;
        nextCoverage = new CoverageChanged(
                UUID.randomUUID(),
                patient.patientId(),
                nextPayer.payerId(),
                "L987654321",
                null,
                null,
                2,
                Relationship.self,
                null,
                LocalDate.parse("2026-01-01"),
                null);
        encounter = new EncounterCoded(
                encounter.encounterId(),
                encounter.version(),
                encounter.codingCaseId(),
                encounter.patientId(),
                encounter.practitionerId(),
                encounter.locationId(),
                List.of(coverage.coverageId(), nextCoverage.coverageId()),
                encounter.serviceDate(),
                encounter.diagnoses(),
                encounter.lines(),
                encounter.codedBy());
        return this;
    }

    /** The payer is reached through another connection, with files of this usage (ISA15). */
    public Facts through(String connection, String usage) {
        var profile = payer.profile();
        var interchange = profile.interchange();
        payer = new PayerChanged(
                payer.payerId(),
                payer.name(),
                payer.payerIdentifier(),
                payer.claimFilingIndicator(),
                new PayerChanged.Profile(
                        connection,
                        profile.version(),
                        profile.receiverName(),
                        profile.receiverId(),
                        profile.acceptsCorrectedClaims(),
                        profile.filingLimitDays(),
                        new PayerChanged.Interchange(
                                interchange.authorizationQualifier(),
                                interchange.authorizationInformation(),
                                interchange.securityQualifier(),
                                interchange.securityInformation(),
                                interchange.senderQualifier(),
                                interchange.senderId(),
                                interchange.receiverQualifier(),
                                interchange.receiverId(),
                                interchange.acknowledgmentRequested(),
                                usage),
                        profile.group()));
        return this;
    }

    /** The coverage is another payer's. */
    public Facts anotherPayer() {
        payer = new PayerChanged(
                UUID.randomUUID(), "LOCK INSURANCE", "88888", payer.claimFilingIndicator(), payer.profile());
        coverage = new CoverageChanged(
                coverage.coverageId(),
                coverage.patientId(),
                payer.payerId(),
                coverage.memberId(),
                coverage.groupNumber(),
                coverage.groupName(),
                coverage.sequence(),
                coverage.relationshipToSubscriber(),
                coverage.subscriber(),
                coverage.effectiveFrom(),
                coverage.effectiveTo());
        return this;
    }

    public Facts diagnoses(String... diagnoses) {
        return coded(encounter.version(), List.of(diagnoses), encounter.lines());
    }

    public Facts lines(EncounterCoded.Line... lines) {
        return coded(encounter.version(), encounter.diagnoses(), List.of(lines));
    }

    public Facts codingVersion(int version) {
        return coded(version, encounter.diagnoses(), encounter.lines());
    }

    /** Changes every line. */
    public Facts eachLine(UnaryOperator<EncounterCoded.Line> change) {
        return coded(
                encounter.version(),
                encounter.diagnoses(),
                encounter.lines().stream().map(change).toList());
    }

    private Facts coded(int version, List<String> diagnoses, List<EncounterCoded.Line> lines) {
        return encounter(version, diagnoses, lines, encounter.kind(), encounter.setting(), encounter.claimDetails());
    }

    private Facts encounter(
            int version,
            List<String> diagnoses,
            List<EncounterCoded.Line> lines,
            @Nullable String kind,
            @Nullable String setting,
            @Nullable ClaimDetails details) {
        encounter = new EncounterCoded(
                encounter.encounterId(),
                version,
                encounter.codingCaseId(),
                encounter.patientId(),
                encounter.practitionerId(),
                encounter.locationId(),
                encounter.coverageIds(),
                encounter.serviceDate(),
                diagnoses,
                lines,
                encounter.codedBy(),
                kind,
                setting,
                encounter.admissionDate(),
                encounter.dischargeDate(),
                encounter.presentOnAdmission(),
                encounter.procedures(),
                encounter.dutiesApart(),
                details);
        return this;
    }

    /** Says more than codes. */
    public Facts details(ClaimDetails details) {
        return encounter(
                encounter.version(),
                encounter.diagnoses(),
                encounter.lines(),
                encounter.kind(),
                encounter.setting(),
                details);
    }

    /** The facility's case of an outpatient's encounter, as a hospital bills it. */
    public Facts atFacility(ClaimDetails.@Nullable Institutional institutional) {
        encounter(
                encounter.version(),
                encounter.diagnoses(),
                encounter.lines(),
                "facility",
                "facility-outpatient",
                Details.institutional(institutional));
        return eachLine(line -> Details.line(line, Details.service(null, null, null, null, null, null, null, "0300")));
    }

    public Facts terms(AgreedTerms terms) {
        return terms(terms.build());
    }

    public Facts terms(PayerChanged.Terms terms) {
        var profile = payer.profile();
        return payer(
                payer.claimFilingIndicator(),
                new PayerChanged.Profile(
                        profile.connection(),
                        profile.version(),
                        profile.receiverName(),
                        profile.receiverId(),
                        profile.acceptsCorrectedClaims(),
                        profile.filingLimitDays(),
                        profile.interchange(),
                        profile.group(),
                        terms));
    }

    public Facts filingIndicator(String indicator) {
        return payer(indicator, payer.profile());
    }

    private Facts payer(String indicator, PayerChanged.Profile profile) {
        payer = new PayerChanged(payer.payerId(), payer.name(), payer.payerIdentifier(), indicator, profile);
        return this;
    }

    public Facts organization(UnaryOperator<PracticeChanged.Organization> change) {
        organization = change.apply(organization);
        return this;
    }

    public Facts acceptsCorrectedClaims(boolean accepts) {
        var profile = payer.profile();
        payer = new PayerChanged(
                payer.payerId(),
                payer.name(),
                payer.payerIdentifier(),
                payer.claimFilingIndicator(),
                new PayerChanged.Profile(
                        profile.connection(),
                        profile.version(),
                        profile.receiverName(),
                        profile.receiverId(),
                        accepts,
                        profile.filingLimitDays(),
                        profile.interchange(),
                        profile.group()));
        return this;
    }

    public ClaimFacts build() {
        var later = nextPayer == null || nextCoverage == null
                ? null
                : new OtherCoverage(
                        2,
                        nextCoverage,
                        nextPayer.name(),
                        nextPayer.payerIdentifier(),
                        nextPayer.claimFilingIndicator());
        return new ClaimFacts(
                organizationId,
                encounter,
                organization,
                practitioner,
                location,
                patient,
                coverage,
                payer,
                nextPayer == null ? List.of() : List.of(nextPayer.payerId()),
                null,
                null,
                later == null ? null : List.of(later));
    }
}
