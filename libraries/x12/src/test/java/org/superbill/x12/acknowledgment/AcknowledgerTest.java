package org.superbill.x12.acknowledgment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.superbill.x12.Files837;
import org.superbill.x12.X12Handler;
import org.superbill.x12.X12Reader;
import org.superbill.x12.X12Writer;
import org.superbill.x12.generate.GeneratedClaims;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.professional.ProfessionalClaimHandler;

class AcknowledgerTest {
    private static final String GOOD = Files837.file(Files837.claimBody());

    private static Acknowledger receive(String text) {
        var acknowledger = new Acknowledger();
        Files837.read(text, X12Reader.streaming().checkingElements(), acknowledger);
        return acknowledger;
    }

    private static GroupResult group(String text) {
        return receive(text).interchanges().get(0).groups().get(0);
    }

    /** Writes the 999, checks it against its guide, reads it, and gives what it says without the envelope. */
    private static List<String> answer(GroupResult group) {
        var text = Files837.written(
                Guide.ACKNOWLEDGMENT_999,
                writer -> writer.transaction(Guide.ACKNOWLEDGMENT_999, "0001", group.acknowledgment()));
        assertThat(Files837.errors(text)).isEmpty();
        var segments = Files837.segments(text);
        return segments.subList(3, segments.size() - 3);
    }

    private static String sets(String... bodies) {
        var sets = new StringBuilder();
        for (int at = 0; at < bodies.length; at++) {
            var file = Files837.file(bodies[at]).replace("*0001", "*000" + (at + 1));
            sets.append(file, file.indexOf("ST*"), file.indexOf("GE*"));
        }
        return Files837.envelope(Guide.PROFESSIONAL_837, sets.toString(), bodies.length);
    }

    private static boolean accepts(GroupResult group, int number) {
        return group.accepts(group.transactions().get(number - 1).set());
    }

    private static String spoilt(String good, String bad) {
        assertThat(Files837.claimBody()).contains(good);
        return Files837.claimBody().replace(good, bad);
    }

    @Test
    void aGoodGroupIsAccepted() {
        var result = group(GOOD);
        assertThat(result.code()).isEqualTo(AcknowledgmentCode.ACCEPTED);
        assertThat(accepts(result, 1)).isTrue();
        assertThat(answer(result))
                .containsExactly("AK1*HC*1*005010X222A1", "AK2*837*0001*005010X222A1", "IK5*A", "AK9*A*1*1*1");
    }

    @Test
    void aMissingSegmentRejectsItsTransactionSet() {
        assertThat(answer(group(Files837.file(spoilt("HI*ABK:J069*ABF:Z23\n", "")))))
                .containsExactly(
                        "AK1*HC*1*005010X222A1",
                        "AK2*837*0001*005010X222A1",
                        "IK3*HI*19*2300*3",
                        "CTX*CLM01:C1",
                        "IK5*R*5",
                        "AK9*R*1*1*0");
    }

    @Test
    void wrongElementsAreNamedWithTheirCopies() {
        var result = group(Files837.file(spoilt("CLM*C1*100***11:B:1*Y*A", "CLM*C1****11:B*Y*Z")));
        assertThat(answer(result))
                .containsExactly(
                        "AK1*HC*1*005010X222A1",
                        "AK2*837*0001*005010X222A1",
                        "IK3*CLM*18*2300*8",
                        "CTX*CLM01:C1",
                        "IK4*2*782*1",
                        "IK4*5:3*1325*1",
                        "IK4*7*1359*7*Z",
                        "IK5*R*5",
                        "AK9*R*1*1*0");
    }

    @Test
    void whatAGuideDoesNotUseIsAcceptedWithErrors() {
        var result = group(Files837.file(spoilt("CLM*C1*100***11", "CLM*C1*100*CI**11")));
        assertThat(result.code()).isEqualTo(AcknowledgmentCode.ACCEPTED_WITH_ERRORS);
        assertThat(accepts(result, 1)).isTrue();
        assertThat(answer(result)).contains("IK4*3*1032*I10*CI", "IK5*E*I5", "AK9*E*1*1*1");
    }

    @Test
    void aGroupWithGoodAndBadTransactionSetsIsPartiallyAccepted() {
        var result = group(sets(Files837.claimBody(), spoilt("SBR*P*18", "ZZZ*P*18"), Files837.claimBody()));
        assertThat(result.code()).isEqualTo(AcknowledgmentCode.PARTIALLY_ACCEPTED);
        assertThat(accepts(result, 1)).isTrue();
        assertThat(accepts(result, 2)).isFalse();
        assertThat(answer(result)).contains("IK3*ZZZ*12*2000*2", "AK9*P*3*3*2");
    }

    @Test
    void ofTwoTransactionSetsWithOneControlNumberTheSecondIsRejected() {
        var result = group(sets(Files837.claimBody(), Files837.claimBody()).replace("*0002", "*0001"));
        assertThat(accepts(result, 1)).isTrue();
        assertThat(accepts(result, 2)).isFalse();
        assertThat(answer(result)).contains("IK5*R*23", "AK9*P*2*2*1");
    }

    @Test
    void aMissingSegmentIsNamedWithThePlaceWhereItOughtToStand() {
        assertThat(answer(group(Files837.file(Files837.claimBody().replaceFirst("BHT.*\n", "")))))
                .contains("IK3*BHT*2**3");
        var lastOfItsLoop = Files837.claimBody().replaceFirst("N4\\*.*\n(?=REF)", "");
        assertThat(answer(group(Files837.file(lastOfItsLoop)))).contains("IK3*N4*9*2010*3");
    }

    @Test
    void wrongCountsAreEnvelopeErrors() {
        assertThat(answer(group(GOOD.replace("SE*23*0001", "SE*99*0001")))).contains("IK5*R*4", "AK9*R*1*1*0");
        assertThat(answer(group(GOOD.replace("GE*1*1", "GE*2*1")))).contains("IK5*A", "AK9*R*2*1*0*5");
        assertThat(accepts(group(GOOD.replace("GE*1*1", "GE*2*1")), 1)).isFalse();
    }

    @Test
    void anUnknownVersionIsNotSupported() {
        var result = group(GOOD.replace("005010X222A1", "004010X098A1"));
        assertThat(answer(result)).contains("AK2*837*0001*004010X098A1", "IK5*R*1");
    }

    @Test
    void aDamagedSegmentIsNamedAlthoughItHasNoId() {
        assertThat(answer(group(Files837.file(spoilt("HI*ABK", "*ABK"))))).contains("IK3*UNK*19**8");
    }

    @Test
    void aBadValueWithDelimitersIsNotCopied() {
        assertThat(answer(group(Files837.file(spoilt("*Y*A*Y*I", "*Y*A>*Y*I")))))
                .contains("IK4*7*1359*7");
    }

    @Test
    void anInterchangeIsAnsweredWithATa1() {
        var good = receive(GOOD).interchanges().get(0);
        assertThat(good.acknowledgment().segment().toX12()).isEqualTo("TA1*000000001*260302*0930*A*000");
        var rejected = receive(GOOD.replace("IEA*1*000000001", "IEA*1*000000009"))
                .interchanges()
                .get(0);
        assertThat(rejected.code()).isEqualTo(AcknowledgmentCode.REJECTED);
        assertThat(rejected.acknowledgment().segment().toX12()).endsWith("*R*001");
        var counted = receive(GOOD.replace("IEA*1*", "IEA*7*")).interchanges().get(0);
        assertThat(counted.acknowledgment().segment().toX12()).endsWith("*E*021");
        var brokenOff =
                receive(GOOD.substring(0, GOOD.indexOf("HI*"))).interchanges().get(0);
        assertThat(brokenOff.acknowledgment().noteCode()).isEqualTo("023");
        assertThat(brokenOff.acknowledgment().isRejected()).isTrue();
        assertThat(receive("nothing").interchanges()).isEmpty();
        assertThat(receive("nothing").fileErrors()).hasSize(1);
    }

    @Test
    void eachFieldOfTheIsaIsHeldAgainstTheStandard() {
        assertThat(ta1("ISA*00*", "ISA*09*")).isEqualTo("010");
        assertThat(ta1("          *00*", "          *07*")).isEqualTo("012");
        assertThat(ta1("*ZZ*SUPERBILL", "*QQ*SUPERBILL")).isEqualTo("005");
        assertThat(ta1("*ZZ*PAYER", "*QQ*PAYER")).isEqualTo("007");
        assertThat(ta1("SUPERBILL      *ZZ", "               *ZZ")).isEqualTo("006");
        assertThat(ta1("*PAYER          *", "*               *")).isEqualTo("008");
        assertThat(ta1("*260302*", "*261302*")).isEqualTo("014");
        assertThat(ta1("*0930*^", "*2530*^")).isEqualTo("015");
        assertThat(ta1("*00501*", "*00401*")).isEqualTo("017");
        assertThat(ta1("*0*T*", "*2*T*")).isEqualTo("019");
        assertThat(ta1("*0*T*", "*0*X*")).isEqualTo("020");
    }

    private static String ta1(String good, String bad) {
        assertThat(GOOD).contains(good);
        return receive(GOOD.replaceFirst(Pattern.quote(good), bad))
                .interchanges()
                .get(0)
                .acknowledgment()
                .noteCode();
    }

    @Test
    void aTa1IsWrittenBeforeTheGroupsAndReadAgain() {
        var out = new ByteArrayOutputStream();
        var ta1 = receive(GOOD).interchanges().get(0).acknowledgment();
        try (var writer = X12Writer.to(out)) {
            writer.startInterchange(GeneratedClaims.interchange().build());
            writer.interchangeAcknowledgment(ta1);
            writer.endInterchange();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var read = Files837.read(out.toString(StandardCharsets.UTF_8));
        assertThat(read.errors()).isEmpty();
        assertThat(read.interchanges().get(0).acknowledgments()).containsExactly(ta1);
        assertThat(read.interchanges().get(0).acknowledgments().get(0).controlNumber())
                .isEqualTo("000000001");
    }

    @Test
    void aReceiverReadsTheClaimsAndFindsTheErrorsInOneReading() {
        var acknowledger = new Acknowledger();
        var claims = new ArrayList<String>();
        Files837.read(
                sets(Files837.claimBody(), Files837.claimBody()),
                X12Reader.streaming().checkingElements(),
                X12Handler.all(acknowledger, (ProfessionalClaimHandler)
                        claim -> claims.add(claim.set().controlNumber())));
        assertThat(claims).containsExactly("0001", "0002");
        assertThat(acknowledger.interchanges().get(0).groups().get(0).transactions())
                .hasSize(2);
    }
}
