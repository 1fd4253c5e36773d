package org.superbill.x12.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.x12.Files837;
import org.superbill.x12.Mutations;
import org.superbill.x12.PublishedExamples;
import org.superbill.x12.RandomTransactions;
import org.superbill.x12.X12Exception;
import org.superbill.x12.generate.GeneratedClaims;
import org.superbill.x12.generate.GeneratedInstitutionalClaims;
import org.superbill.x12.generate.GeneratedRemittances;
import org.superbill.x12.guide.Guide;

class JsonRoundTripTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String GOOD = Files837.file(Files837.claimBody());

    private static Stream<Guide> guides() {
        return Guide.all().stream();
    }

    private static void survives(String x12) {
        assertThat(Files837.segments(JsonForms.x12(JsonForms.json(x12)))).isEqualTo(Files837.segments(x12));
    }

    private static JsonNode set(String x12) throws IOException {
        return MAPPER.readTree(JsonForms.json(x12)).at("/interchanges/0/groups/0/transactions/0");
    }

    private static JsonNode claim(String x12) throws IOException {
        return set(x12).at("/loop2000ABillingProvider/0/loop2000BSubscriber/0/loop2300Claim/0");
    }

    private static String changed(String good, String bad) {
        assertThat(Files837.claimBody()).contains(good);
        return Files837.file(Files837.claimBody().replace(good, bad));
    }

    @TestFactory
    Stream<DynamicTest> everyPublishedExampleSurvives() {
        var all = PublishedExamples.all();
        assumeTrue(!all.isEmpty(), "skipped: the published examples are not at " + PublishedExamples.shared());
        return all.stream()
                .map(file ->
                        DynamicTest.dynamicTest(file.getFileName().toString(), () -> survives(Files.readString(file))));
    }

    @Test
    void aClaimIsNamedByItsGuide() throws IOException {
        assertThat(set(GOOD).get("guide").asText()).isEqualTo("837P");
        assertThat(set(GOOD)
                        .at("/loop1000ASubmitter/submitterName/submitterIdentifier")
                        .asText())
                .isEqualTo("SB1");
        var claim = claim(GOOD);
        assertThat(claim.at("/claimInformation").toString()).isEqualTo("""
                        {"patientControlNumber":"C1","totalClaimChargeAmount":"100","healthCareServiceLocationInformation":\
                        {"placeOfServiceCode":"11","facilityCodeQualifier":"B","claimFrequencyCode":"1"},\
                        "providerOrSupplierSignatureIndicator":"Y","assignmentOrPlanParticipationCode":"A",\
                        "benefitsAssignmentCertificationIndicator":"Y","releaseOfInformationCode":"I"}""");
        assertThat(claim.has("order")).isFalse();
        assertThat(claim.at("/loop2400ServiceLine/0/professionalService/lineItemChargeAmount")
                        .asText())
                .isEqualTo("100");
    }

    @Test
    void theEnvelopeIsNamed() throws IOException {
        var interchange = MAPPER.readTree(JsonForms.json(GOOD)).at("/interchanges/0");
        assertThat(interchange.at("/separators").toString())
                .isEqualTo("{\"element\":\"*\",\"repetition\":\"^\",\"component\":\":\",\"segment\":\"~\"}");
        assertThat(interchange.at("/header/senderId").asText()).isEqualTo("SUPERBILL");
        assertThat(interchange.at("/groups/0/header/version").asText()).isEqualTo("005010X222A1");
        assertThat(interchange.at("/groups/0/trailer/numberOfTransactionSets").asText())
                .isEqualTo("1");
        assertThat(interchange.at("/trailer/controlNumber").asText()).isEqualTo("000000001");
    }

    @Test
    void anotherOrderThanTheGuidesIsSaidAndKept() throws IOException {
        var text = changed("HI*ABK", "REF*F8*2\nREF*G1*1\nREF*9F*3\nHI*ABK");
        var claim = claim(text);
        assertThat(claim.get("order"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "claimInformation",
                        "payerClaimControlNumber",
                        "priorAuthorization",
                        "referralNumber",
                        "healthCareDiagnosisCode",
                        "loop2400ServiceLine");
        survives(text);
    }

    @Test
    void whatNoGuideKnowsIsKeptInItsPlace() throws IOException {
        var text = changed("HI*ABK", "ZZZ*1**A:B*C^D:E^:*\nREF*ZZ*9\nHI*ABK");
        var claim = claim(text);
        assertThat(claim.get("unknown").toString()).isEqualTo("""
                        [{"id":"ZZZ","elements":["1","",["A","B"],{"repetitions":["C",["D","E"],["",""]]},""]},\
                        {"id":"REF","elements":["ZZ","9"]}]""");
        assertThat(claim.get("order"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "claimInformation", "unknown", "unknown", "healthCareDiagnosisCode", "loop2400ServiceLine");
        survives(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLM*C1*100***11:B:1*Y*A*Y*I***",
                "CLM*C1*100***11:B:1::*Y*A*Y*I",
                "CLM*C1*100***::*Y*A*Y*I",
                "CLM*C1^C2*100***11:B:1*Y*A*Y*I",
                "CLM*C1:C2*100***11:B:1*Y*A*Y*I",
                "CLM*C1*100*CI*X*11:B:1^12:B:1*Y*A*Y*I",
                "CLM*C1*100***11:B:1:4:5*Y*A*Y*I*****************************",
                "CLM",
                "CLM*"
            })
    void emptyAndSurplusElementsStayAsTheyWere(String claim) {
        survives(changed("CLM*C1*100***11:B:1*Y*A*Y*I", claim));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REF*G1*1\nREF*G1*2\n",
                "NM1*82*1*A*B\nNM1*82*1*C*D\nPRV*PE*PXC*207Q00000X\n",
                "PRV*BI*PXC*203BF0100Y\n",
                "SBR*P*18*******CI\n",
                "HL*9*1*99*0\n",
                "NM1*IL*1*OTHER\n",
                "SV1*HC:99213*1*UN*1***1\n",
                "LX*5\nREF*6R*5\nCLM*C2*5\nZZZ*1\n"
            })
    void whatStandsInAWrongPlaceStaysThere(String segments) {
        survives(changed("HI*ABK", segments + "HI*ABK"));
        survives(changed("LX*1", segments + "LX*1"));
        survives(changed("HL*2*1*22*0", segments + "HL*2*1*22*0"));
        survives(changed("DTP*472*D8*20260302\n", "DTP*472*D8*20260302\n" + segments + "DTP*472*D8*20260303\n"));
    }

    @Test
    void aClaimBehindTheProviderAdjustmentsStaysThere() {
        var body = """
                BPR*I*10*C*CHK************20260302
                TRN*1*1*1512345678
                N1*PR*PAYER
                LX*1
                CLP*1*1*10*10**12*P1
                NM1*QC*1*A
                PLB*1234567893*20261231*WO:1*0
                LX*2
                CLP*2*1*10*10**12*P2
                NM1*QC*1*B
                PLB*1234567893*20261231*WO:1*0
                """;
        survives(Files837.file(Guide.REMITTANCE_835, body));
    }

    @Test
    void manyInterchangesGroupsAndSetsStayApart() {
        var set = GOOD.substring(GOOD.indexOf("ST*"), GOOD.indexOf("GE*"));
        var group = GOOD.substring(GOOD.indexOf("GS*"), GOOD.indexOf("IEA*"));
        var other = GOOD.replace("000000001", "000000002")
                .replace('*', '|')
                .replace(':', '>')
                .replace("~", "'");
        var text = GOOD.replace("GE*1*1~\n", set.replace("0001", "0002") + "GE*2*1~\n" + group)
                + "ISA*00*          *00*          *ZZ*A B            *ZZ*PAYER          *260302*0930*^*00501*000000003*0*T*:~"
                + "TA1*000000001*260302*0930*A*000~TA1*000000002*260302*0930*R*006~IEA*0*000000003~";
        survives(text);
        assertThat(JsonForms.segments(JsonForms.x12(JsonForms.json((text + other).getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(JsonForms.segments((text + other).getBytes(StandardCharsets.UTF_8)))
                .hasSizeGreaterThan(100);
    }

    @Test
    void controlCharactersMayBeDelimiters() {
        var text = GOOD.replace('*', '\u001D')
                .replace('^', '\u001E')
                .replace(':', '\u001F')
                .replace("~\n", "\u001C");
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(JsonForms.segments(JsonForms.x12(JsonForms.json(bytes))))
                .isEqualTo(JsonForms.segments(bytes))
                .hasSize(27);
    }

    @Test
    void aControlCharacterInDataStaysWhereItIs() {
        var bytes =
                changed("NM1*IL*1*SMITH", "NM1*IL*1*SMI\u0000T\u0007H\u007F").getBytes(StandardCharsets.UTF_8);
        assertThat(JsonForms.segments(JsonForms.x12(JsonForms.json(bytes))))
                .isEqualTo(JsonForms.segments(bytes))
                .hasSize(27);
    }

    @Test
    void aCaretIsTextWhereTheVersionHasNoRepetitionsAndRefusedWhereItHas() {
        var old = GOOD.replace("*00501*", "*00401*").replace("SMITH", "SMI^TH");
        survives(old);
        refused(JsonForms.json(GOOD).replace("\"SMITH\"", "\"SMI^TH\""), "NM103 has a delimiter");
    }

    @Test
    void anIsaWithOurOwnDelimitersInItsDataIsRefused() {
        var bytes = GOOD.replace("SUPERBILL      *", "SUPERB\u001DLL      *").getBytes(StandardCharsets.UTF_8);
        assertThat(JsonForms.segments(bytes)).isEmpty();
    }

    @Test
    void aSetWithoutAGuideIsKeptSegmentBySegment() throws IOException {
        var text = GOOD.replace("005010X222A1", "004010X098A1");
        assertThat(set(text).fieldNames()).toIterable().containsExactly("rest");
        assertThat(set(text).get("rest")).hasSize(23);
        survives(text);
    }

    @Test
    void theOrderOfMembersDoesNotMatterInsideOfAClaim() throws IOException {
        var json = JsonForms.json(GOOD);
        var claim = "\"claimInformation\":{";
        int from = json.indexOf(claim);
        int to = json.indexOf("},\"healthCareDiagnosisCode\"");
        var moved = json.substring(0, from) + json.substring(to + 2);
        int end = moved.indexOf("\"loop2400ServiceLine\"");
        moved = moved.substring(0, end) + json.substring(from, to + 1) + "," + moved.substring(end);
        assertThat(moved).isNotEqualTo(json);
        assertThat(Files837.segments(JsonForms.x12(moved))).isEqualTo(Files837.segments(GOOD));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void randomTransactionsOfEveryGuideSurvive(Guide guide) {
        for (long seed = 1; seed <= 12; seed++) {
            var text = new RandomTransactions(guide, seed).file(2);
            assertThat(Files837.segments(JsonForms.x12(JsonForms.json(text))))
                    .as("guide %s seed %d", guide.id(), seed)
                    .isEqualTo(Files837.segments(text));
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void randomTransactionsOfEveryGuideAreWrittenAsTheyWereRead(Guide guide) throws IOException {
        for (long seed = 21; seed <= 28; seed++) {
            var text = new RandomTransactions(guide, seed).file(1);
            var out = new ByteArrayOutputStream();
            Files837.read(text).write(out);
            assertThat(Files837.segments(out.toString(StandardCharsets.UTF_8)))
                    .as("guide %s seed %d", guide.id(), seed)
                    .isEqualTo(Files837.segments(text));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32})
    void generatedFilesSurvive(long seed) throws IOException {
        for (var file : List.of(
                new GeneratedClaims(seed), new GeneratedInstitutionalClaims(seed), new GeneratedRemittances(seed))) {
            var out = new ByteArrayOutputStream();
            file.write(out, 50, 0);
            survives(out.toString(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void mutatedBytesOfEveryGuideGiveTheSameByWayOfJson(Guide guide) {
        for (long seed = 1; seed <= 60; seed++) {
            var random = new Random(seed);
            var good = (new RandomTransactions(guide, seed).file(1) + GOOD).getBytes(StandardCharsets.UTF_8);
            var bytes = Mutations.spoil(good, random);
            var text = "guide %s seed %d".formatted(guide.id(), seed);
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThat(JsonForms.segments(JsonForms.x12(JsonForms.json(bytes))))
                            .as(text)
                            .isEqualTo(JsonForms.segments(bytes)),
                    text);
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void mutatedJsonIsRefusedOrRead(Guide guide) {
        for (long seed = 1; seed <= 60; seed++) {
            var json =
                    JsonForms.json(new RandomTransactions(guide, seed).file(1).getBytes(StandardCharsets.UTF_8));
            var bytes = Mutations.spoil(json, new Random(seed));
            try {
                JsonForms.x12(bytes);
            } catch (X12Exception e) {
                assertThat(e.getMessage())
                        .as("guide %s seed %d", guide.id(), seed)
                        .matches("(?s)Line \\d+, column \\d+: .*");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "{\"a\":1}",
                "{\"format\":\"other\"}",
                "{\"format\":\"superbill-x12/1\",\"interchanges\":[{}]}",
                "{\"format\":\"superbill-x12/1\",\"interchanges\":[{\"separators\":{\"element\":\"**\"}}]}",
                "{\"format\":\"superbill-x12/1\",\"interchanges\":[]} x",
                "{\"format\":\"superbill-x12/1\",\"interchanges\":[",
                "\u0000\u0001\u0002"
            })
    void whatIsNotOursIsRefusedWithItsPlace(String json) {
        assertThatThrownBy(() -> JsonForms.x12(json))
                .isInstanceOf(X12Exception.class)
                .hasMessageStartingWith("Line 1, column ");
    }

    @Test
    void jsonThatSaysWhatTheGuideDoesNotIsRefused() {
        var json = JsonForms.json(GOOD);
        refused(json.replace("\"patientControlNumber\"", "\"patientNumber\""), "nothing called \"patientNumber\"");
        refused(json.replace("\"C1\"", "1"), "a text should stand here");
        refused(json.replace("\"C1\"", "\"C*1\""), "CLM01 has a delimiter");
        refused(json.replace("\"C1\"", "\"C\\u001d1\""), "control character");
        refused(json.replace("\"837P\"", "\"837X\""), "no such guide");
        refused(json.replace("\"guide\":\"837P\",", ""), "begins with its \"guide\"");
        refused(
                json.replace("\"claimInformation\":", "\"order\":[\"loop2400ServiceLine\"],\"claimInformation\":"),
                "leaves something out");
        refused(json.replace("\"claimInformation\":", "\"order\":[\"claimNote\"],\"claimInformation\":"), "not there");
        refused(json.replace("\"C1\"", "\"C1\",\"size\":2"), "more members than size says");
        refused(json.replace("\"C1\"", "\"C1\",\"size\":2000000000"), "so many elements");
        refused(json.replace("\"senderId\":\"SUPERBILL\"", "\"senderId\":\"SUPERBILL-SUPERBILL\""), "at most 15");
        refused(json.replace("\"C1\"", "\"" + "C".repeat(40_000) + "\""), "longer");
        refused("[".repeat(100_000), "object should begin");
        refused("{\"format\":\"superbill-x12/1\",\"interchanges\":" + "[".repeat(100), "Line 1");
    }

    private static void refused(String json, String why) {
        assertThatThrownBy(() -> JsonForms.x12(json))
                .isInstanceOf(X12Exception.class)
                .hasMessageContaining(why);
    }
}
