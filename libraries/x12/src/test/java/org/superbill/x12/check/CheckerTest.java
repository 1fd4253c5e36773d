package org.superbill.x12.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.x12.Files837;
import org.superbill.x12.Limits;
import org.superbill.x12.Transaction;
import org.superbill.x12.Unit;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Handler;
import org.superbill.x12.X12Reader;
import org.superbill.x12.acknowledgment.Acknowledger;
import org.superbill.x12.acknowledgment.AcknowledgmentCode;
import org.superbill.x12.guide.Guide;

class CheckerTest {
    private static final String VISIT = Examples.read("office-visit.837P");

    private static String visit(String good, String bad) {
        assertThat(VISIT).contains(good);
        return Examples.file("office-visit.837P", VISIT.replace(good, bad));
    }

    private static X12Error only(String text) {
        var errors = Examples.check(text, SnipLevel.SITUATION);
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }

    @Test
    void anErrorTellsWhereItStands() {
        var error = only(visit("99213*100*UN*1***1:2", "99213*100*UN*1***1:9"));
        assertThat(error.interchange()).isEqualTo(1);
        assertThat(error.group()).isEqualTo(1);
        assertThat(error.transaction()).isEqualTo(1);
        assertThat(error.segment()).isEqualTo(25);
        assertThat(error.loop()).isEqualTo("2400");
        assertThat(error.place()).isEqualTo("SV107-2");
        assertThat(error.elementNumber()).isEqualTo("1328");
        assertThat(error.value()).isEqualTo("9");
        assertThat(error.snip()).isEqualTo(2);
        assertThat(error.rule()).isEqualTo("pointer-finds-a-diagnosis");
        assertThat(error.message()).isEqualTo("A diagnosis pointer (SV107) points to no diagnosis of the claim");
    }

    @Test
    void aDamagedSegmentBeforeItDoesNotMoveIt() {
        var text = visit("99213*100*UN*1***1:2", "99213*100*UN*1***1:9").replace("HI*ABK", "*ABK~HI*ABK");
        var errors = Examples.check(text, SnipLevel.SITUATION);
        assertThat(errors.get(errors.size() - 2).segment()).isEqualTo(26);
    }

    @Test
    void aMissingSegmentTellsWhatDemandsIt() {
        var error = only(visit("11:B:1", "11:B:7"));
        assertThat(error.segmentId()).isEqualTo("REF");
        assertThat(error.segment()).isEqualTo(19);
        assertThat(error.trigger()).isEqualTo(new X12Error.Trigger("CLM", 19, "2300", 5, 3));
    }

    @Test
    void levelsAreThoseOfSnip() {
        assertThat(SnipLevel.of(3)).isEqualTo(SnipLevel.BALANCING);
        assertThat(SnipLevel.CODES.number()).isEqualTo(5);
        assertThatThrownBy(() -> SnipLevel.of(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SnipLevel.of(6)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDeeperLevelFindsMore() {
        var text = visit("CLM*C1*150***11:B:1*Y*A", "CLM*C1*151***11:B:7*Y*Q").replace("REF*6R*L2", "REF*6R*L1");
        assertThat(Examples.told(Examples.check(text, SnipLevel.SYNTAX))).isEmpty();
        assertThat(Examples.told(Examples.check(text, SnipLevel.GUIDE)))
                .containsExactly("ELEMENT 7 CLM07", "SEGMENT I6 REF");
        assertThat(Examples.told(Examples.check(text, SnipLevel.BALANCING)))
                .containsExactly("ELEMENT 7 CLM07", "SEGMENT I6 REF", "ELEMENT I12 CLM02");
        assertThat(Examples.told(Examples.check(text, SnipLevel.SITUATION)))
                .containsExactly("ELEMENT 7 CLM07", "SEGMENT I6 REF", "ELEMENT I12 REF02", "ELEMENT I12 CLM02");
    }

    @Test
    void syntaxIsOfTheFirstLevel() {
        var text = visit("DTP*472*D8*20260302\nREF*6R*L1", "DTP*472*D8*20260302\nREF*6R")
                .replace("GE*1*1", "GE*2*1");
        assertThat(Examples.told(Examples.check(text, SnipLevel.SYNTAX)))
                .containsExactly("ELEMENT 2 REF02", "GROUP 5 GE01");
    }

    /** The unit brings its own errors, so that the one claim can be left out and the others taken. */
    @Test
    void eachClaimComesWithItsErrors() {
        var claim = VISIT.substring(VISIT.indexOf("CLM*"));
        var text = Examples.file("x.837P", VISIT + claim.replace("C1*150", "C2*151") + claim.replace("C1*", "C3*"));
        var found = new ArrayList<String>();
        var all = new ArrayList<X12Error>();
        Files837.read(text, Checker.upTo(SnipLevel.SITUATION).reader(), new X12Handler() {
            @Override
            public void unit(Unit unit) {
                found.add(unit.loop().segment("CLM").element(1) + " " + Examples.told(unit.errors()));
            }

            @Override
            public void endTransaction(Transaction transaction) {
                all.addAll(transaction.errors());
            }
        });
        assertThat(found).containsExactly("C1 []", "C2 [ELEMENT I12 CLM02]", "C3 []");
        assertThat(all).extracting(X12Error::segment).containsExactly(32);
    }

    @Test
    void aWholeReadingIsCheckedToo() {
        var file = Files837.read(
                visit("11:B:1", "11:B:8"), Checker.upTo(SnipLevel.GUIDE).checking(X12Reader.whole()));
        assertThat(file.errors()).extracting(X12Error::rule).containsExactly("replacement-names-the-claim");
    }

    @Test
    void eachTransactionSetIsCountedFromItsOwnBeginning() {
        var set = Examples.file("payment.835", Examples.read("payment.835"));
        var sets = set.substring(set.indexOf("ST*"), set.indexOf("GE*"));
        var text = Files837.envelope(Guide.REMITTANCE_835, sets + sets.replace("*0001", "*0002"), 2);
        assertThat(Examples.check(text, SnipLevel.SITUATION)).isEmpty();
    }

    @Test
    void warningsHaveALimitOfTheirOwn() {
        var claim = VISIT.substring(VISIT.indexOf("CLM*")).replace("1679576722", "1679576720");
        var text = Examples.file("x.837P", VISIT + claim.repeat(5) + claim.replace("11:B:1", "11:B:7"));
        var few = X12Reader.streaming().within(new Limits(32_768, 32_000_000, 10, 2));
        var errors = new ArrayList<X12Error>();
        Files837.read(text, Checker.upTo(SnipLevel.SITUATION).checking(few), new X12Handler() {
            @Override
            public void error(X12Error error) {
                errors.add(error);
            }
        });
        assertThat(Examples.told(errors))
                .containsExactly("warning ELEMENT I12 NM109", "warning ELEMENT I12 NM109", "SEGMENT I6 REF");
    }

    /** Segments after an error are judged for themselves; nothing that is not there is an error twice. */
    @Test
    void whatTheTablesTellIsNotToldAgain() {
        assertThat(Examples.told(Examples.check(visit("HI*ABK:J069*ABF:Z23\n", ""), SnipLevel.SITUATION)))
                .containsExactly("SEGMENT 3 HI");
        assertThat(Examples.told(Examples.check(visit("*100*UN", "*1O0*UN"), SnipLevel.SITUATION)))
                .containsExactly("ELEMENT 6 SV102");
        assertThat(Examples.told(Examples.check(visit("DMG*D8*19730501", "DMG*D8*"), SnipLevel.SITUATION)))
                .contains("ELEMENT 1 DMG02");
    }

    private static List<String> answer(String text) {
        var acknowledger = new Acknowledger();
        Files837.read(text, Checker.upTo(SnipLevel.SITUATION).reader(), acknowledger);
        var group = acknowledger.interchanges().get(0).groups().get(0);
        var written = Files837.written(
                Guide.ACKNOWLEDGMENT_999,
                writer -> writer.transaction(Guide.ACKNOWLEDGMENT_999, "0001", group.acknowledgment()));
        assertThat(Examples.check(written, SnipLevel.SITUATION)).isEmpty();
        var segments = Files837.segments(written);
        return segments.subList(3, segments.size() - 3);
    }

    @Test
    void theAcknowledgmentTellsTheSituation() {
        assertThat(answer(visit("11:B:1", "11:B:7")))
                .containsExactly(
                        "AK1*HC*1*005010X222A1",
                        "AK2*837*0001*005010X222A1",
                        "IK3*REF*19*2300*I6",
                        "CTX*SITUATIONAL TRIGGER*CLM*19*2300*5:3",
                        "CTX*CLM01:C1",
                        "IK5*R*I5",
                        "AK9*R*1*1*0");
    }

    @Test
    void theAcknowledgmentTellsTheSumThatIsWrong() {
        assertThat(answer(visit("C1*150", "C1*151")))
                .contains("IK3*CLM*19*2300*8", "CTX*CLM01:C1", "IK4*2*782*I12*151", "IK5*R*I5", "AK9*R*1*1*0");
    }

    @Test
    void warningsDoNotReject() {
        var text = visit("1679576722", "1679576720");
        var acknowledger = new Acknowledger();
        Files837.read(text, Checker.upTo(SnipLevel.SITUATION).reader(), acknowledger);
        assertThat(acknowledger.interchanges().get(0).groups().get(0).code()).isEqualTo(AcknowledgmentCode.ACCEPTED);
        assertThat(answer(text))
                .containsExactly("AK1*HC*1*005010X222A1", "AK2*837*0001*005010X222A1", "IK5*A", "AK9*A*1*1*1");
    }
}
