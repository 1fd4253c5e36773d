package org.superbill.billing.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.events.Address;
import org.superbill.events.CoverageChanged;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PatientChanged;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.events.Relationship;
import org.superbill.events.Sex;
import org.superbill.x12.X12Exception;

/** What a file says of a claim, segment for segment. */
class ClaimFileTest {
    private static final ClaimFile FILE = new ClaimFile(42, Instant.parse("2026-03-02T15:00:00Z"));

    private static ClaimContent content(
            ClaimFacts facts, String frequency, @Nullable String replaces, @Nullable String clearinghouse) {
        return new ClaimContent(UUID.randomUUID(), 1, "SB1V1", frequency, replaces, clearinghouse, null, facts);
    }

    private static String write(ClaimFacts facts) {
        return new String(FILE.write(List.of(content(facts, "1", null, null))), UTF_8);
    }

    @Test
    void theSameClaimsNumberAndTimeGiveTheSameBytes() {
        var facts = new Facts().build();
        assertThat(write(facts)).isEqualTo(write(facts));
        assertThat(write(facts)).contains("*260302*1000*^*00501*000000042*1*T*:~");
    }

    @Test
    void aPatientWhoIsTheSubscriberStandsInTheSubscribersLoopOnly() {
        assertThat(write(new Facts().build()))
                .contains("SBR*P*18*******CI~", "NM1*IL*1*GARCIA*MARIA****MI*W123456789~", "DMG*D8*19800131*F~")
                .doesNotContain("PAT*", "NM1*QC");
    }

    @Test
    void theRenderingProviderIsNamedWhenNotTheBillingProvider() {
        assertThat(write(new Facts().build()))
                .contains("NM1*82*1*KILDARE*BEN****XX*1912301953~", "PRV*PE*PXC*207Q00000X~");
        var alone = new Facts();
        alone.practitioner = new PracticeChanged.Practitioner("1234567893", "BEN", null, "KILDARE", null);
        assertThat(write(alone.build())).doesNotContain("NM1*82");
    }

    @Test
    void aPlaceThatIsNotThePracticesOwnIsNamed() {
        var facts = new Facts();
        assertThat(write(facts.build())).doesNotContain("NM1*77");
        facts.location = new PracticeChanged.Location("HOSPITAL", "21", "1234567893", Facts.ADDRESS);
        assertThat(write(facts.build())).contains("NM1*77*2*HOSPITAL*****XX*1234567893~", "*21:B:1*");
    }

    @Test
    void aReplacementNamesWhatItReplaces() {
        var text = new String(FILE.write(List.of(content(new Facts().build(), "7", "PCN1", null))), UTF_8);
        assertThat(text).contains("*11:B:7*Y*A*Y*I~", "REF*F8*PCN1~");
    }

    @Test
    void manyClaimsShareOneTransactionSet() {
        var text = new String(
                FILE.write(List.of(
                        content(new Facts().build(), "1", null, null), content(new Facts().build(), "1", null, null))),
                UTF_8);
        assertThat(PayerFiles.segments(text).stream().filter(segment -> segment.startsWith("CLM*")))
                .hasSize(2);
        assertThat(PayerFiles.segments(text).stream().filter(segment -> segment.startsWith("ST*")))
                .hasSize(1);
        assertThat(PayerFiles.segments(text).stream().filter(segment -> segment.endsWith("**20*1")))
                .hasSize(1);
    }

    @Test
    void aPayerIsToldOfThePayersAfterIt() {
        var text = write(new Facts().nextPayer().build());
        assertThat(PayerFiles.segments(text))
                .containsSubsequence(
                        "CLM*SB1V1*175***11:B:1*Y*A*Y*I",
                        "SBR*S*18*******CI",
                        "OI***Y***I",
                        "NM1*IL*1*GARCIA*MARIA****MI*L987654321",
                        "NM1*PR*2*LOCK INSURANCE*****PI*88888",
                        "LX*1");
        assertThat(text).doesNotContain("AMT*D", "SVD*");
    }

    @Test
    void medicareInALaterTurnSaysWhyItIsNotPrimary() {
        var facts = new Facts().nextPayer();
        var next = Objects.requireNonNull(facts.nextPayer);
        facts.nextPayer = new PayerChanged(next.payerId(), next.name(), next.payerIdentifier(), "MB", next.profile());
        assertThat(write(facts.build())).contains("SBR*S*18***43****MB~");
    }

    @Test
    void whateverCannotBeWrittenIsSaidOfTheClaim() {
        var facts = new Facts().atFacility(Details.outpatient()).diagnoses().build();
        assertThatThrownBy(() -> write(facts)).isInstanceOf(X12Exception.class);
    }

    @Test
    void everyLineHasItsOwnControlNumber() {
        assertThat(write(new Facts().build())).contains("REF*6R*SB1V1L1~", "REF*6R*SB1V1L2~");
    }

    /** The standard's professional example 1, except what the issue excepts. */
    @Test
    void thePublishedExampleIsWrittenSegmentForSegment() throws Exception {
        var published = Path.of(System.getProperty(
                        "superbill.shared", System.getProperty("superbill.root") + "/../shared/data"))
                .resolve("x12/837_005010X222A2/demo.example1.837");
        Assumptions.assumeTrue(Files.exists(published), "skipped: the published example is not there");
        var expected = Files.readString(published)
                .replace("*D8*20061003~", "*D8*20260303~")
                .replace("*D8*20061010~", "*D8*20260310~")
                .replace("HI*BK:0340*BF:V7389~", "HI*ABK:J020*ABF:Z1159~");
        var written = new String(FILE.write(List.of(content(example(), "1", null, "17312345600006351"))), UTF_8);
        assertThat(comparable(written)).isEqualTo(comparable(expected));
    }

    private static ClaimFacts example() {
        var facts = new Facts();
        facts.organization = new PracticeChanged.Organization(
                "BEN KILDARE SERVICE",
                "1912301953",
                "587654321",
                "203BF0100Y",
                new Address("234 SEAWAY ST", null, "MIAMI", "FL", "331110000"),
                new Address("2345 OCEAN BLVD", null, "MIAMI", "FL", "33111"),
                "America/New_York",
                null,
                new PracticeChanged.Submitter("PREMIER BILLING SERVICE", "TGJ23", "JERRY", "3055552222", "231"));
        facts.practitioner = new PracticeChanged.Practitioner("1912301953", "BEN", null, "KILDARE", "203BF0100Y");
        facts.patient = new PatientChanged(
                facts.patient.patientId(),
                "TED",
                null,
                "SMITH",
                LocalDate.parse("1973-05-01"),
                Sex.male,
                new Address("236 N MAIN ST", null, "MIAMI", "FL", "33413"),
                null);
        facts.payer = new PayerChanged(
                facts.payer.payerId(),
                "KEY INSURANCE COMPANY",
                "999996666",
                "CI",
                new PayerChanged.Profile(
                        "payer-simulator",
                        "005010X222A2",
                        "KEY INSURANCE COMPANY",
                        "66783JJT",
                        true,
                        365,
                        new PayerChanged.Interchange(
                                "03", "9876543210", "01", "9876543210", "30", "000000005", "30", "12345", true, "T"),
                        new PayerChanged.Group("000000005", "54321")));
        facts.coverage = new CoverageChanged(
                facts.coverage.coverageId(),
                facts.patient.patientId(),
                facts.payer.payerId(),
                "JS00111223333",
                "2222-SJ",
                null,
                1,
                Relationship.child,
                new CoverageChanged.Subscriber("JANE", null, "SMITH", null, null, null),
                LocalDate.parse("2026-01-01"),
                null);
        return facts.diagnoses("J020", "Z1159")
                .lines(
                        line(1, "99213", 40_00, "2026-03-03", 1),
                        line(2, "87070", 15_00, "2026-03-03", 1),
                        line(3, "99214", 35_00, "2026-03-10", 2),
                        line(4, "86663", 10_00, "2026-03-10", 2))
                .build();
    }

    private static EncounterCoded.Line line(int number, String procedure, long charge, String on, int pointer) {
        return new EncounterCoded.Line(
                number, procedure, List.of(), BigDecimal.ONE, charge, LocalDate.parse(on), List.of(pointer));
    }

    /** Without control numbers and dates of the file, the claim's number and line control numbers, which SE01 then does not count; amounts by value. */
    private static List<String> comparable(String x12) {
        var ofThisFile = Map.of(
                "ISA",
                Set.of(9, 10, 13),
                "GS",
                Set.of(4, 5, 6),
                "ST",
                Set.of(2),
                "BHT",
                Set.of(3, 4, 5),
                "CLM",
                Set.of(1),
                "SE",
                Set.of(2),
                "GE",
                Set.of(2),
                "IEA",
                Set.of(2));
        var amounts = Map.of("CLM", Set.of(2), "SV1", Set.of(2, 4));
        var comparable = new ArrayList<String>();
        var lineControlNumbers = 0;
        for (var segment : PayerFiles.segments(x12)) {
            if (segment.startsWith("REF*6R*")) {
                lineControlNumbers++;
                continue;
            }
            var elements = segment.split("\\*", -1);
            if (elements[0].equals("SE")) {
                elements[1] = String.valueOf(Integer.parseInt(elements[1]) - lineControlNumbers);
            }
            for (int place : ofThisFile.getOrDefault(elements[0], Set.of())) {
                elements[place] = "";
            }
            for (int place : amounts.getOrDefault(elements[0], Set.of())) {
                elements[place] =
                        new BigDecimal(elements[place]).stripTrailingZeros().toPlainString();
            }
            comparable.add(String.join("*", elements));
        }
        return comparable;
    }
}
