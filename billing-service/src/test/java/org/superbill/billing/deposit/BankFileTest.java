package org.superbill.billing.deposit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.billing.ledger.Cents;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

class BankFileTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-04");

    private static List<BankLine> read(String text) {
        return BankFile.read(text.getBytes(UTF_8), DAY);
    }

    private static String record(String start) {
        return start + " ".repeat(94 - start.length()) + "\n";
    }

    @Test
    void aFileOfMoreLinesThanAreReadIsRefused() {
        var line = "2026-03-04,44,X\n";
        assertThat(read("date,amount,description\n" + line.repeat(199_999))).hasSize(199_999);
        assertThatThrownBy(() -> read("date,amount,description\n" + line.repeat(200_000)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldError::code)
                                .containsExactly("too-many"));
        assertThatThrownBy(() -> read(record("101") + "\n".repeat(200_000))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> read(record("101") + "x\n".repeat(100_000)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.errors()).hasSize(20));
    }

    @Test
    void theTraceOfAnAddendaStandsAsX12WritesIt() {
        assertThat(read("""
                        Date,Amount,Description,Addenda
                        2026-03-04,"1,044.00","KEY INSURANCE, HCCLAIMPMT",TRN*1*1000001*1999999999\\
                        """))
                .containsExactly(
                        new BankLine(DAY, Cents.of(1044_00), "KEY INSURANCE, HCCLAIMPMT", "1000001", "1999999999"));
    }

    @Test
    void aDayToComeIsNoDayOfAStatement() {
        assertThatThrownBy(() -> read("date,amount,description\n2026-03-04,1.00,A\n2026-03-05,1.00,B\n"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldError::pointer, FieldError::code)
                                .containsExactly(tuple("/3", "in-future")));
    }

    @Test
    void theTraceMayStandInTheDescription() {
        assertThat(read("date,amount,description\n2026-03-04,44,HCCLAIMPMT TRN*1*1000001*1999999999*SUB~\n"))
                .containsExactly(new BankLine(
                        DAY, Cents.of(44_00), "HCCLAIMPMT TRN*1*1000001*1999999999*SUB~", "1000001", "1999999999"));
    }

    @Test
    void aCheckHasItsNumberAndMoneyThatLeavesIsBelowZero() {
        assertThat(read("date,amount,description,check\n2026-03-04,-12.50,CHECK PAID,20417\n\n"))
                .containsExactly(new BankLine(DAY, Cents.of(-12_50), "CHECK PAID", "20417", null));
    }

    @Test
    void anAchFileGivesEachEntryWithItsAddenda() {
        var batch =
                "5220KEY INSURANCE" + " ".repeat(37 - 17) + "3999999999CCDHCCLAIMPMT" + " ".repeat(69 - 60) + "260304";
        var file = record("101 012345678 0123456782603040900A094101BANK")
                + record(batch)
                + record("622012345678123456789        0000004400                      RIVERSIDE              1")
                + record("705TRN*1*1000001*1999999999\\")
                + record("627012345678123456789        0000001000                      RIVERSIDE              0")
                + record("8220")
                + record("9000001");
        assertThat(read(file))
                .extracting(BankLine::on, BankLine::amount, BankLine::traceNumber, BankLine::originator)
                .containsExactly(
                        tuple(DAY, Cents.of(44_00), "1000001", "1999999999"), tuple(DAY, Cents.of(-10_00), null, null));
    }

    @Test
    void anAmountIsReadAsItIsMeantOrNotAtAll() {
        assertThat(read("date,amount,description\n2026-03-04,(12.50),A\n2026-03-04,\"-$1,044.5\",B\n"))
                .extracting(BankLine::amount)
                .containsExactly(Cents.of(-12_50), Cents.of(-1044_50));
        for (var amount : new String[] {"12,50", "1E5", "(-5)", "1.234,56", "5-", "--5", "$", "1,0444"}) {
            assertThatThrownBy(() -> read("date,amount,description\n2026-03-04,\"%s\",A\n".formatted(amount)))
                    .as(amount)
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void whatCannotBeReadIsNamedLineByLineAndNothingIsTaken() {
        assertThatThrownBy(() ->
                        read("date,amount,description\n2026-03-04,1.00,A\n2026-13-04,1.00,B\n2026-03-04,1.005,C\n"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("/3", "/4"));
        assertThatThrownBy(() -> read("when,amount\n"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldError::code)
                                .containsOnly("column-missing"));
    }
}
