package org.superbill.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where an envelope is out of order, what is open is closed, the fault is named where it stands, and the reading goes on. */
class EnvelopeTest {
    private static final String GOOD = Files837.file(Files837.claimBody());
    private static final String GROUP = GOOD.substring(GOOD.indexOf("GS*"), GOOD.indexOf("IEA*"));
    private static final String SET = GOOD.substring(GOOD.indexOf("ST*"), GOOD.indexOf("GE*"));

    private static final class Heard implements X12Handler {
        private final List<String> told = new ArrayList<>();

        @Override
        public void startGroup(FunctionalGroup group) {
            told.add("GS");
        }

        @Override
        public void startTransaction(TransactionSet set) {
            told.add("ST");
        }

        @Override
        public void endTransaction(Transaction transaction) {
            told.add("SE");
        }

        @Override
        public void endGroup(FunctionalGroup group, Segment trailer) {
            told.add("GE");
        }

        @Override
        public void endInterchange(Interchange interchange, Segment trailer) {
            told.add("IEA");
        }
    }

    private static List<String> heard(String text) {
        var heard = new Heard();
        Files837.read(text, X12Reader.streaming(), heard);
        return heard.told;
    }

    @Test
    void aGroupThatBeginsInAnotherClosesIt() {
        var text = GOOD.replace("GE*1*1~\n", GROUP).replace("IEA*1*", "IEA*2*");
        assertThat(Files837.errors(text)).containsExactly("GROUP 3 GE");
        assertThat(heard(text)).containsExactly("GS", "ST", "SE", "GE", "GS", "ST", "SE", "GE", "IEA");
    }

    @Test
    void aTransactionSetThatBeginsInAnotherClosesIt() {
        var text = GOOD.replace("SE*23*0001~\n", SET.replace("*0001", "*0002")).replace("GE*1*", "GE*2*");
        var errors = Files837.read(text).errors();
        assertThat(Files837.codes(errors)).containsExactly("TRANSACTION 2 SE", "SEGMENT 3 SE");
        assertThat(errors.get(0).segment()).isEqualTo(22);
        assertThat(heard(text)).containsExactly("GS", "ST", "SE", "ST", "SE", "GE", "IEA");
    }

    @Test
    void aGroupThatEndsInATransactionSetClosesIt() {
        var text = GOOD.replace("SE*23*0001~\n", "");
        var errors = Files837.read(text).errors();
        assertThat(Files837.codes(errors)).containsExactly("TRANSACTION 2 SE", "SEGMENT 3 SE");
        assertThat(errors.get(0).segment()).isEqualTo(22);
        assertThat(heard(text)).containsExactly("GS", "ST", "SE", "GE", "IEA");
    }

    @Test
    void controlNumbersHaveTheirLengths() {
        assertThat(Files837.errors(GOOD.replace("*0001", "*001"))).contains("TRANSACTION 7 ST02");
        assertThat(Files837.errors(GOOD.replace("*0001", "*0000000001"))).contains("TRANSACTION 7 ST02");
        assertThat(Files837.errors(GOOD.replace("*0001", "*000000001"))).isEmpty();
        assertThat(Files837.errors(GOOD.replace("*0930*1*X", "*0930*A*X").replace("GE*1*1", "GE*1*A")))
                .contains("GROUP 6 GS06");
        assertThat(Files837.errors(
                        GOOD.replace("*0930*1*X", "*0930*123456789*X").replace("GE*1*1", "GE*1*123456789")))
                .isEmpty();
    }
}
