package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.billing.claim.Adjudication;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.denial.Denied;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.Facts;

/** The arithmetic of posting, without a database: what each adjustment moves, and what it must leave alone. */
class ClaimPostingTest {
    private static final String NUMBER = "SB1000000V1";

    private final List<UUID> nextPayers = new ArrayList<>();
    private final Facts facts = new Facts();

    private ClaimContent content() {
        var built = facts.build();
        var withNext = new ClaimFacts(
                built.organizationId(),
                built.encounter(),
                built.organization(),
                built.practitioner(),
                built.location(),
                built.patient(),
                built.coverage(),
                built.payer(),
                nextPayers);
        return new ClaimContent(UUID.randomUUID(), 1, NUMBER, "1", null, null, null, withNext);
    }

    private static Remitted.Line line(
            int number,
            String procedure,
            long charge,
            long paid,
            List<String> remarks,
            Remitted.Adjustment... adjustments) {
        return new Remitted.Line(
                NUMBER + "L" + number,
                procedure,
                null,
                List.of(),
                null,
                Cents.of(charge),
                Cents.of(paid),
                null,
                List.of(adjustments),
                remarks);
    }

    private static Remitted.Adjustment cas(String group, String carc, long cents) {
        return new Remitted.Adjustment(group, carc, Cents.of(cents));
    }

    private ClaimPosting post(
            String status,
            long charge,
            long paid,
            List<String> remarks,
            List<Remitted.Adjustment> onClaim,
            Remitted.Line... lines) {
        var content = content();
        return new ClaimPosting(
                UUID.randomUUID(),
                Facts.ON,
                new Remitted.Claim(
                        NUMBER,
                        status,
                        Cents.of(charge),
                        Cents.of(paid),
                        Cents.ZERO,
                        "PCN",
                        null,
                        null,
                        onClaim,
                        remarks,
                        List.of(lines),
                        false,
                        null),
                content,
                PayerOfClaim.own(content),
                null);
    }

    private ClaimPosting post(Remitted.Line first, Remitted.Line second) {
        return post("1", 175_00, first.paid().value() + second.paid().value(), List.of(), List.of(), first, second);
    }

    private static Map<Account, Long> moved(ClaimPosting posting) {
        var sums = new TreeMap<Account, Long>();
        posting.entry()
                .map(JournalEntry::lines)
                .orElse(List.of())
                .forEach(line -> sums.merge(line.account(), line.amount().value(), Long::sum));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private static Remitted.Line secondLinePaid() {
        return line(2, "87070", 25_00, 25_00, List.of());
    }

    @Test
    void theContractsPartIsWrittenOffAndTheDeductibleIsThePatients() {
        var posting = post(
                line(1, "99213", 150_00, 90_00, List.of(), cas("CO", "45", 40_00), cas("PR", "1", 20_00)),
                secondLinePaid());
        assertThat(moved(posting))
                .isEqualTo(Map.of(
                        Account.CASH, 115_00L,
                        Account.CONTRACTUAL_ADJUSTMENT, 40_00L,
                        Account.PATIENT_RECEIVABLE, 20_00L,
                        Account.INSURANCE_RECEIVABLE, -175_00L));
        assertThat(posting.adjudication()).isEqualTo(Adjudication.PAID);
        assertThat(posting.denials()).isEmpty();
        assertThat(posting.patient()).isPresent();
    }

    @Test
    void aDenialStaysAClaimAgainstThePayer() {
        var posting = post(line(1, "99213", 150_00, 0, List.of("N382"), cas("CO", "16", 150_00)), secondLinePaid());
        assertThat(moved(posting)).isEqualTo(Map.of(Account.CASH, 25_00L, Account.INSURANCE_RECEIVABLE, -25_00L));
        assertThat(posting.adjudication()).isEqualTo(Adjudication.PARTIALLY_PAID);
        assertThat(posting.denials()).singleElement().satisfies(denied -> {
            assertThat(denied.lineNumber()).isEqualTo(1);
            assertThat(denied.carc()).isEqualTo("16");
            assertThat(denied.rarcs()).containsExactly("N382");
            assertThat(denied.amountCents()).isEqualTo(150_00);
        });
    }

    @Test
    void aClaimThatIsDeniedWholeMovesNothing() {
        var posting = post(
                line(1, "99213", 150_00, 0, List.of(), cas("CO", "29", 150_00)),
                line(2, "87070", 25_00, 0, List.of(), cas("CO", "29", 25_00)));
        assertThat(posting.entry()).isEmpty();
        assertThat(posting.adjudication()).isEqualTo(Adjudication.DENIED);
    }

    @Test
    void allOfItThePatientsIsPaidAtZeroAndNotDenied() {
        var posting = post(
                line(1, "99213", 150_00, 0, List.of(), cas("PR", "1", 150_00)),
                line(2, "87070", 25_00, 0, List.of(), cas("PR", "1", 25_00)));
        assertThat(posting.adjudication()).isEqualTo(Adjudication.PAID_AT_ZERO);
        assertThat(moved(posting))
                .isEqualTo(Map.of(Account.PATIENT_RECEIVABLE, 175_00L, Account.INSURANCE_RECEIVABLE, -175_00L));
    }

    @Test
    void contractualOtherAndPayerInitiatedNeverReachThePatient() {
        for (var group : List.of("CO", "OA", "PI")) {
            for (var carc : List.of("1", "2", "3", "23", "45", "16", "96", "253", "999")) {
                var posting = post(line(1, "99213", 150_00, 0, List.of(), cas(group, carc, 150_00)), secondLinePaid());
                assertThat(moved(posting)).as(group + "-" + carc).doesNotContainKey(Account.PATIENT_RECEIVABLE);
                assertThat(posting.patient()).isEmpty();
            }
        }
    }

    @Test
    void sequestrationIsKeptApartAndAPriorPayersPartIsInTheBooksAlready() {
        assertThat(moved(post(line(1, "99213", 150_00, 147_00, List.of(), cas("CO", "253", 3_00)), secondLinePaid())))
                .containsEntry(Account.SEQUESTRATION_ADJUSTMENT, 3_00L);
        var posting = post(line(1, "99213", 150_00, 50_00, List.of(), cas("OA", "23", 100_00)), secondLinePaid());
        assertThat(moved(posting)).isEqualTo(Map.of(Account.CASH, 75_00L, Account.INSURANCE_RECEIVABLE, -75_00L));
        assertThat(posting.denials()).isEmpty();
    }

    @Test
    void thePatientsPartBelongsToTheNextPayerWhileThereIsOne() {
        var next = UUID.randomUUID();
        nextPayers.add(next);
        var posting = post(line(1, "99213", 150_00, 120_00, List.of(), cas("PR", "2", 30_00)), secondLinePaid());
        assertThat(moved(posting)).isEqualTo(Map.of(Account.CASH, 145_00L, Account.INSURANCE_RECEIVABLE, -145_00L));
        assertThat(posting.entry().orElseThrow().lines()).anySatisfy(line -> {
            assertThat(line.reference().payerId()).isEqualTo(next);
            assertThat(line.amount()).isEqualTo(Cents.of(30_00));
        });
        assertThat(posting.patient()).isEmpty();
    }

    @Test
    void nothingIsAskedOfAQualifiedMedicareBeneficiary() {
        var posting = post(line(1, "99213", 150_00, 120_00, List.of("N782"), cas("PR", "2", 30_00)), secondLinePaid());
        assertThat(moved(posting))
                .containsEntry(Account.UNCOLLECTIBLE_ADJUSTMENT, 30_00L)
                .doesNotContainKey(Account.PATIENT_RECEIVABLE);
    }

    @Test
    void aServiceThatThePlanDoesNotCoverIsDeniedAndThePatients() {
        var posting = post(line(1, "99213", 150_00, 0, List.of(), cas("PR", "96", 150_00)), secondLinePaid());
        assertThat(moved(posting)).containsEntry(Account.PATIENT_RECEIVABLE, 150_00L);
        assertThat(posting.denials()).extracting(Denied::groupCode).containsExactly("PR");
    }

    /** The first claim of the standard's managed-care example: 800 charged, the line paid 500, the claim less by CO-A2 50. */
    @Test
    void anAdjustmentOfTheClaimStaysOnTheClaim() {
        facts.lines(Facts.line(1, "99211", 800_00));
        var posting = post(
                "1",
                800_00,
                450_00,
                List.of(),
                List.of(cas("CO", "A2", 50_00)),
                line(1, "99211", 800_00, 500_00, List.of(), cas("PR", "1", 300_00)));
        assertThat(moved(posting))
                .isEqualTo(Map.of(
                        Account.CASH, 450_00L,
                        Account.CONTRACTUAL_ADJUSTMENT, 50_00L,
                        Account.PATIENT_RECEIVABLE, 300_00L,
                        Account.INSURANCE_RECEIVABLE, -800_00L));
        assertThat(cashOfLine(posting, null)).isEqualTo(-50_00);
        assertThat(cashOfLine(posting, 1)).isEqualTo(500_00);
    }

    private static long cashOfLine(ClaimPosting posting, @Nullable Integer number) {
        return posting.entry().orElseThrow().lines().stream()
                .filter(line -> line.account() == Account.CASH && Objects.equals(line.claimLine(), number))
                .mapToLong(line -> line.amount().value())
                .sum();
    }

    @Test
    void aReversalMovesEverythingBack() {
        var paid = post(
                line(1, "99213", 150_00, 90_00, List.of(), cas("CO", "45", 40_00), cas("PR", "1", 20_00)),
                line(2, "87070", 25_00, 0, List.of(), cas("CO", "16", 25_00)));
        var reversed = post(
                "22",
                -175_00,
                -90_00,
                List.of(),
                List.of(),
                line(1, "99213", -150_00, -90_00, List.of(), cas("CO", "45", -40_00), cas("PR", "1", -20_00)),
                line(2, "87070", -25_00, 0, List.of(), cas("CO", "16", -25_00)));
        var sums = moved(paid);
        moved(reversed).forEach((account, sum) -> sums.merge(account, sum, Long::sum));
        assertThat(sums.values()).allMatch(sum -> sum == 0);
        assertThat(reversed.adjudication()).isEqualTo(Adjudication.REVERSED);
        assertThat(reversed.denials()).isEmpty();
        assertThat(reversed.entry().orElseThrow().kind()).isEqualTo(JournalEntry.Kind.PAYER_REVERSAL);
    }

    @Test
    void theStatusCodeAloneDecidesOnlyWhatAdjustmentsCannotTell() {
        assertThat(post("1", 175_00, 0, List.of("MA130"), List.of(cas("CO", "16", 175_00)))
                        .adjudication())
                .isEqualTo(Adjudication.UNPROCESSABLE);
        assertThat(post("19", 175_00, 175_00, List.of(), List.of()).adjudication())
                .isEqualTo(Adjudication.FORWARDED);
        assertThat(post("23", 175_00, 0, List.of(), List.of(cas("CO", "109", 175_00)))
                        .adjudication())
                .isEqualTo(Adjudication.FORWARDED);
        var estimate = post("25", 175_00, 0, List.of(), List.of(cas("OA", "101", 175_00)));
        assertThat(estimate.adjudication()).isEqualTo(Adjudication.PREDETERMINATION);
        assertThat(estimate.entry()).isEmpty();
    }

    @Test
    void anotherChargeThanWasSentNeedsAPersonsEye() {
        assertThat(post("1", 174_00, 174_00, List.of(), List.of()).adjudication())
                .isEqualTo(Adjudication.NEEDS_REVIEW);
    }

    private static Remitted.Line unnumbered(String procedure) {
        return new Remitted.Line(
                null, procedure, null, List.of(), null, Cents.of(25_00), Cents.of(25_00), null, List.of(), List.of());
    }

    @Test
    void aLineWithoutItsControlNumberIsFoundByProcedureAndCharge() {
        var line = unnumbered("87070");
        var posting = post(line(1, "99213", 150_00, 150_00, List.of()), line);
        assertThat(cashOfLine(posting, 2)).isEqualTo(25_00);
        assertThat(posting.adjudication()).isEqualTo(Adjudication.PAID);
        var foreign = unnumbered("99999");
        assertThat(post(line(1, "99213", 150_00, 150_00, List.of()), foreign).adjudication())
                .isEqualTo(Adjudication.NEEDS_REVIEW);
    }

    private static ByLine owed(long left) {
        var owed = new ByLine();
        owed.add(1, Cents.of(left));
        return owed;
    }

    private Map<Account, Cents> laterPayerPosts(long left, long paid, Remitted.Adjustment... adjustments) {
        var content = content();
        var posting = new ClaimPosting(
                UUID.randomUUID(),
                Facts.ON,
                new Remitted.Claim(
                        NUMBER,
                        "2",
                        Cents.of(150_00),
                        Cents.of(paid),
                        Cents.ZERO,
                        "PCN",
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(line(1, "99213", 150_00, paid, List.of(), adjustments)),
                        false,
                        null),
                content,
                PayerOfClaim.own(content),
                new Left(owed(left), List.of(), true));
        var sums = new TreeMap<Account, Cents>();
        posting.entry()
                .ifPresent(entry ->
                        entry.lines().forEach(moved -> sums.merge(moved.account(), moved.amount(), Cents::plus)));
        return sums;
    }

    @Test
    void aLaterPayerWritesOffNoMoreThanItWasLeft() {
        assertThat(laterPayerPosts(20_00, 20_00, cas("OA", "23", 85_00), cas("CO", "45", 45_00)))
                .isEqualTo(Map.of(Account.CASH, Cents.of(20_00), Account.INSURANCE_RECEIVABLE, Cents.of(-20_00)));
        assertThat(laterPayerPosts(20_01, 20_00, cas("OA", "23", 85_00), cas("CO", "45", 45_00)))
                .containsEntry(Account.CONTRACTUAL_ADJUSTMENT, Cents.of(1));
        assertThat(laterPayerPosts(65_00, 20_00, cas("OA", "23", 85_00), cas("CO", "45", 45_00)))
                .containsEntry(Account.CONTRACTUAL_ADJUSTMENT, Cents.of(45_00))
                .containsEntry(Account.INSURANCE_RECEIVABLE, Cents.of(-65_00));
    }

    /** Of 20.00 that it was left; it has paid 12.00. */
    @Test
    void aLaterPayerMakesNoMoreThePatientsThanItWasLeft() {
        assertThat(laterPayerPosts(20_00, 12_00, cas("OA", "23", 118_00), cas("PR", "2", 20_00)))
                .isEqualTo(Map.of(
                        Account.CASH, Cents.of(12_00),
                        Account.PATIENT_RECEIVABLE, Cents.of(20_00),
                        Account.INSURANCE_RECEIVABLE, Cents.of(-32_00)));
        assertThat(laterPayerPosts(19_99, 12_00, cas("OA", "23", 118_00), cas("PR", "2", 20_00)))
                .containsEntry(Account.PATIENT_RECEIVABLE, Cents.of(19_99))
                .containsEntry(Account.INSURANCE_RECEIVABLE, Cents.of(-31_99));
        assertThat(laterPayerPosts(0, 12_00, cas("OA", "23", 118_00), cas("PR", "2", 20_00)))
                .isEqualTo(Map.of(Account.CASH, Cents.of(12_00), Account.INSURANCE_RECEIVABLE, Cents.of(-12_00)));
    }

    @Test
    void whatALaterPayerRefusesOrPassesOnIsNotWrittenOff() {
        assertThat(laterPayerPosts(20_00, 0, cas("OA", "23", 85_00), cas("CO", "50", 20_00), cas("CO", "45", 45_00)))
                .isEmpty();
        assertThat(laterPayerPosts(20_00, 5_00, cas("OA", "23", 85_00), cas("PR", "3", 10_00), cas("CO", "45", 50_00)))
                .containsEntry(Account.PATIENT_RECEIVABLE, Cents.of(10_00))
                .containsEntry(Account.CONTRACTUAL_ADJUSTMENT, Cents.of(5_00));
    }
}
