package org.superbill.billing.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.events.ClaimDetails;
import org.superbill.events.CoverageChanged;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.events.Relationship;
import org.superbill.events.ServiceDetails;
import org.superbill.x12.X12Error;
import org.superbill.x12.check.Checker;
import org.superbill.x12.check.SnipLevel;

/** What only some claims say stands where the guides want it; every file here passes the library's own check. */
class SituationalPartsTest {
    private static final ClaimFile FILE = new ClaimFile(42, Instant.parse("2026-03-02T15:00:00Z"));
    private static final LocalDate DAY = Facts.ON;

    static String write(ClaimFacts facts) throws IOException {
        var content = new ClaimContent(UUID.randomUUID(), 1, "SB1V1", "1", null, null, null, facts);
        var bytes = FILE.write(List.of(content));
        var errors = new ArrayList<X12Error>();
        Checker.upTo(SnipLevel.SITUATION).check(new ByteArrayInputStream(bytes), errors::add);
        assertThat(errors).isEmpty();
        return new String(bytes, UTF_8);
    }

    private static EncounterCoded.Line line(String procedure, ServiceDetails details) {
        return Details.line(Facts.line(1, procedure, 100_00), details);
    }

    @Test
    void whoReferredAndWhoSupervisedAreNamed() throws IOException {
        assertThat(write(new Facts()
                        .details(Details.of(Details.ROSS, Details.ROSS, null))
                        .build()))
                .contains("NM1*DN*1*ROSS*DOUG****XX*1234567893~", "NM1*DQ*1*ROSS*DOUG****XX*1234567893~");
    }

    @Test
    void servicesIncidentToAPhysiciansAreRenderedByThePhysician() throws IOException {
        var under = new ClaimDetails.BilledUnder("incident-to", named("1679576722", "CARTER"));
        assertThat(write(new Facts().details(Details.of(null, null, under)).build()))
                .contains("NM1*82*1*CARTER")
                .doesNotContain("NM1*82*1*KILDARE");
    }

    @Test
    void aLineOfAnotherPractitionerNamesThem() throws IOException {
        var other = UUID.randomUUID();
        var facts = new Facts();
        var line = facts.encounter.lines().get(0);
        facts.lines(new EncounterCoded.Line(
                1, line.procedureCode(), List.of(), BigDecimal.ONE, 100_00, DAY, List.of(1), other));
        var built = facts.build();
        var named = new ClaimFacts(
                built.organizationId(),
                built.encounter(),
                built.organization(),
                built.practitioner(),
                built.location(),
                built.patient(),
                built.coverage(),
                built.payer(),
                List.of(),
                Map.of(other, new PracticeChanged.Practitioner("1679576722", "JOHN", null, "CARTER", "207P00000X")),
                null,
                null);
        assertThat(write(named))
                .contains("NM1*82*1*KILDARE*BEN****XX*1912301953~", "NM1*82*1*CARTER*JOHN****XX*1679576722~");
    }

    @Test
    void anAutoAccidentSaysItsStateAndDay() throws IOException {
        var text = write(new Facts()
                .details(Details.accident(List.of("auto", "employment"), "FL", LocalDate.parse("2026-02-20")))
                .build());
        assertThat(text).contains("*AA:EM::FL", "DTP*439*D8*20260220~");
    }

    /** In the loop of the patient, to an insurer against accidents only. */
    @Test
    void theInsurersNumberOfAnInjuryStandsWithThePatient() throws IOException {
        var details = Details.injury("WC-77");
        var own = write(new Facts().filingIndicator("WC").details(details).build());
        assertThat(own).contains("DMG*D8*19800131*F~\nREF*Y4*WC-77~\nNM1*PR");
        var subscriber = new CoverageChanged.Subscriber("JOHN", null, "GARCIA", null, null, null);
        var spouses = write(new Facts()
                .filingIndicator("AM")
                .relationship(Relationship.spouse, subscriber)
                .details(details)
                .build());
        assertThat(spouses).contains("DMG*D8*19800131*F~\nREF*Y4*WC-77~\nCLM").containsOnlyOnce("REF*Y4");
        assertThat(write(new Facts().details(details).build())).doesNotContain("REF*Y4");
        var stay = new Facts().filingIndicator("WC").atFacility(Details.outpatient());
        var facility = Details.injury("WC-77");
        assertThat(write(stay.details(new ClaimDetails(
                                null,
                                null,
                                null,
                                facility.accident(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                Details.outpatient()))
                        .build()))
                .contains("DMG*D8*19800131*F~\nREF*Y4*WC-77~\nNM1*PR");
    }

    @Test
    void datesNumbersNoteAndPaymentStandOnce() throws IOException {
        var details = new ClaimDetails(
                null,
                null,
                null,
                null,
                List.of(
                        new ClaimDetails.DateOf("onset", LocalDate.parse("2026-02-25"), null),
                        new ClaimDetails.DateOf("disability", LocalDate.parse("2026-02-26"), DAY)),
                "R100",
                "A200",
                "SEEN TWICE ON THE DAY",
                20_00L,
                "9",
                null,
                null);
        assertThat(write(new Facts().details(details).build()))
                .contains(
                        "DTP*431*D8*20260225~",
                        "DTP*314*RD8*20260226-20260302~",
                        "REF*9F*R100~",
                        "REF*G1*A200~",
                        "NTE*ADD*SEEN TWICE ON THE DAY~",
                        "AMT*F5*20")
                .containsPattern("CLM\\*SB1V1\\*[^~]*\\*9~");
    }

    @Test
    void thePayersAfterAreToldOnBothForms() throws IOException {
        assertThat(write(new Facts().nextPayer().build())).contains("SBR*S*18*******CI~", "*PI*88888~");
        assertThat(write(
                        new Facts().nextPayer().atFacility(Details.outpatient()).build()))
                .contains("SBR*S*18*******CI~", "*PI*88888~");
        var medicare = new Facts().nextPayer();
        var next = Objects.requireNonNull(medicare.nextPayer);
        medicare.nextPayer =
                new PayerChanged(next.payerId(), next.name(), next.payerIdentifier(), "MB", next.profile());
        assertThat(write(medicare.build())).contains("SBR*S*18***43****MB~");
    }

    @Test
    void documentsThatGoApartAreNamed() throws IOException {
        var none = ClaimDetails.NONE;
        var details = new ClaimDetails(
                none.referringProvider(),
                none.supervisingProvider(),
                none.billedUnder(),
                none.accident(),
                none.dates(),
                none.referralNumber(),
                none.priorAuthorizationNumber(),
                none.note(),
                none.patientPaidCents(),
                none.delayReason(),
                none.ambulance(),
                none.institutional(),
                List.of(
                        new ClaimDetails.Attachment("OZ", "FX", "DOC-1"),
                        new ClaimDetails.Attachment("RR", "AA", null)),
                null);
        assertThat(write(new Facts().details(details).build())).contains("PWK*OZ*FX***AC*DOC-1~", "PWK*RR*AA~");
    }

    @Test
    void anaesthesiaIsBilledByMinutes() throws IOException {
        var details = Details.service(null, null, 45, null, null, null, null, null);
        assertThat(write(new Facts().lines(line("00810", details)).build())).contains("SV1*HC:00810*100*MJ*45*");
    }

    @Test
    void aDrugHasItsNationalCode() throws IOException {
        var drug = new ServiceDetails.Drug("00409115901", new BigDecimal("2.5"), "ML", "RX1");
        var details = Details.service(null, null, null, null, drug, null, null, null);
        assertThat(write(new Facts().lines(line("J1885", details)).build()))
                .contains("LIN**N4*00409115901~", "CTP****2.5*ML~", "REF*XZ*RX1~");
    }

    @Test
    void anUnlistedServiceIsDescribedAndOrderedPurchasedAndElsewhere() throws IOException {
        var details = Details.service(
                DAY.plusDays(1),
                "REPAIR OF A RARE DEFECT",
                null,
                "22",
                null,
                Details.ROSS,
                new ServiceDetails.PurchasedService("1679576722", 30_00),
                null);
        assertThat(write(new Facts().lines(line("64999", details)).build()))
                .contains(
                        "SV1*HC:64999:::::REPAIR OF A RARE DEFECT*100*UN*1*22",
                        "DTP*472*RD8*20260302-20260303~",
                        "PS1*1679576722*30~",
                        "NM1*QB*2******XX*1679576722~",
                        "NM1*DK*1*ROSS");
    }

    /** Loop 2420C: the laboratory that made the test. */
    @Test
    void aTestOfAnotherLaboratorySaysWhereItWasMade() throws IOException {
        var laboratory = new ServiceDetails.PurchasedService(
                "1679576722", 15_00, new ServiceDetails.Place("QUICK LAB", Facts.ADDRESS));
        var details = Details.service(null, null, null, null, null, null, laboratory, null);
        assertThat(write(new Facts()
                        .lines(Details.with(line("87070", details), "90"))
                        .build()))
                .contains("NM1*QB*2******XX*1679576722~\nNM1*77*2*QUICK LAB*****XX*1679576722~\nN3*1 MAIN ST~");
    }

    @Test
    void aScreeningOfMedicaidSaysWhetherItHasLedToAReferral() throws IOException {
        assertThat(write(new Facts().details(Details.screened("AV", "ST")).build()))
                .contains("CRC*ZZ*Y*AV*ST~");
        assertThat(write(new Facts().details(Details.screened("NU")).build())).contains("CRC*ZZ*N*NU~");
        assertThat(write(new Facts().build())).doesNotContain("CRC*");
    }

    /** Required where it is another contact than the submitter's. */
    @Test
    void whomToAskOfTheProviderStandsWhereItIsSomebodyElseThanAtTheSubmitter() throws IOException {
        var desk = new PracticeChanged.Contact("DESK", "3055550199", "7");
        assertThat(write(asking(new Facts(), desk).build()))
                .contains("REF*EI*123456789~\nPER*IC*DESK*TE*3055550199*EX*7~");
        assertThat(write(asking(new Facts().atFacility(Details.outpatient()), desk)
                        .build()))
                .contains("REF*EI*123456789~\nPER*IC*DESK*TE*3055550199*EX*7~");
        var submitters = new PracticeChanged.Contact("ANN BILLER", "3055550100", null);
        assertThat(write(asking(new Facts(), submitters).build())).containsOnlyOnce("PER*");
        assertThat(write(asking(new Facts(), null).build())).containsOnlyOnce("PER*");
    }

    private static Facts asking(Facts facts, PracticeChanged.@Nullable Contact contact) {
        return facts.organization(old -> new PracticeChanged.Organization(
                old.name(),
                old.npi(),
                old.taxId(),
                old.taxonomyCode(),
                old.address(),
                old.payToAddress(),
                old.timeZone(),
                contact,
                old.submitter()));
    }

    @Test
    void aLaboratorysClaimHasItsCliaNumberAndOthersHaveNone() throws IOException {
        var facts = new Facts();
        facts.location = new PracticeChanged.Location("OFFICE", "11", null, null, "05D1234567", "M99");
        assertThat(write(facts.build())).contains("REF*X4*05D1234567~").doesNotContain("REF*EW");
        assertThat(write(facts.lines(Facts.line(1, "99213", 100)).build())).doesNotContain("REF*X4");
        assertThat(write(facts.lines(Facts.line(1, "77067", 100)).build())).contains("REF*EW*M99~");
    }

    @Test
    void aTransportSaysFromWhereToWhereHowFarAndWhy() throws IOException {
        var transport = new ClaimDetails.Ambulance(
                140,
                "A",
                new BigDecimal("12.5"),
                null,
                "UNCONSCIOUS",
                List.of("01", "08"),
                Facts.ADDRESS,
                Facts.ADDRESS,
                "MERCY HOSPITAL",
                2);
        var facts = new Facts().details(Details.ambulance(transport)).lines(Facts.line(1, "A0427", 500_00));
        facts.location = new PracticeChanged.Location("AMBULANCE", "41", null, null);
        assertThat(write(facts.build()))
                .contains(
                        "CR1*LB*140**A*DH*12.5****UNCONSCIOUS~",
                        "CRC*07*Y*01*08~",
                        "NM1*PW*2~",
                        "NM1*45*2*MERCY HOSPITAL~",
                        "QTY*PT*2~");
    }

    @Test
    void aFacilitysClaimIsInstitutional() throws IOException {
        var text = write(new Facts().atFacility(Details.outpatient()).build());
        assertThat(text)
                .contains(
                        "*005010X223A2~",
                        "CLM*SB1V1*175***13:A:1**A*Y*I~",
                        "DTP*434*RD8*20260302-20260302~",
                        "CL1*3*1*01~",
                        "HI*ABK:J029~",
                        "HI*APR:R0600~",
                        "HI*BI:72:RD8:20260301-20260302~",
                        "HI*BH:11:D8:20260228~",
                        "HI*BE:A1:::120.50~",
                        "HI*BG:45*BG:A6~",
                        "NM1*71*1*ROSS*DOUG****XX*1234567893~",
                        "SV2*0300*HC:99213*150*UN*1~",
                        "REF*6R*SB1V1L1~");
    }

    @Test
    void aFacilitysLineWithoutAProcedureSaysItsRevenueCodeAlone() throws IOException {
        var details = Details.service(null, null, null, null, null, null, null, "0258");
        var facts = new Facts().atFacility(Details.outpatient());
        assertThat(write(facts.lines(Details.line(Facts.line(1, "", 125_00), details))
                        .build()))
                .contains("SV2*0258**125*UN*1~");
    }

    @Test
    void twentyFiveDiagnosesStandInThreeSegments() throws IOException {
        var codes = new String[25];
        for (int at = 0; at < codes.length; at++) {
            codes[at] = "J0%02d".formatted(at + 10);
        }
        var text = write(
                new Facts().atFacility(Details.outpatient()).diagnoses(codes).build());
        assertThat(text).contains("HI*ABK:J010~", "HI*ABF:J011*", "*ABF:J034~");
        assertThat(text.split("HI\\*ABF", -1)).hasSize(3);
    }

    private static ClaimDetails.Provider named(String npi, String last) {
        return new ClaimDetails.Provider(npi, last, "JOHN", null, null);
    }
}
