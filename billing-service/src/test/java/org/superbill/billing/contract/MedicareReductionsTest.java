package org.superbill.billing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.billing.edittable.FeeIndicator;
import org.superbill.billing.feeschedule.PricedCode;

/** What a contract that follows the fee schedule's reductions allows for the lines of a session; the codes are invented. */
class MedicareReductionsTest {
    private static final UUID PAYER = UUID.randomUUID();
    private static final UUID CLAIM = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.parse("2025-03-03");

    private final Map<String, FeeIndicator> indicators = new HashMap<>();
    private final List<PricedCode> rates = new ArrayList<>();
    private final List<ContractTerms.ModifierPercent> ofContract = new ArrayList<>();
    private final List<ContractedService> lines = new ArrayList<>();
    private @Nullable UUID practitioner;
    private boolean follows = true;

    private final MedicareRates medicare = new MedicareRates() {
        @Override
        public Optional<MedicareAmount> of(
                String code, String modifier, String contractor, String locality, boolean facility, LocalDate on) {
            return Optional.empty();
        }

        @Override
        public Optional<FeeIndicator> indicator(String procedureCode, String modifier, LocalDate on) {
            return Optional.ofNullable(indicators.get(procedureCode));
        }
    };

    private void code(
            String code, long cents, String multiple, String bilateral, String assistant, String co, String base) {
        rates.add(new PricedCode(code, List.of(), cents, true));
        indicators.put(
                code,
                new FeeIndicator(
                        code, "", "A", "0", "010", multiple, bilateral, assistant, co, "0", base, "2025A", DAY));
    }

    private void code(String code, long cents, String multiple) {
        code(code, cents, multiple, "0", "0", "0", "");
    }

    private void endoscopy(String code, long cents) {
        code(code, cents, "3", "0", "0", "0", "E0000");
    }

    private void line(String code, String units, long charge, String... modifiers) {
        lines.add(new ContractedService(
                PAYER,
                DAY,
                code,
                List.of(modifiers),
                new BigDecimal(units),
                charge,
                false,
                new ContractedService.Session(CLAIM, practitioner, lines.size() + 1)));
    }

    private void line(String code, String... modifiers) {
        line(code, "1", 9_999_00, modifiers);
    }

    /** Of each line, in cents; null where it is not known. */
    private List<Long> allowed() {
        var terms = new ContractTerms(null, null, List.copyOf(ofContract), null, follows);
        var amounts = new AllowedByContract(UUID.randomUUID(), PAYER, DAY, null, terms, rates).of(lines, medicare);
        return lines.stream()
                .map(line -> amounts.containsKey(line)
                        ? (Long) amounts.get(line).amount().value()
                        : null)
                .toList();
    }

    private void threeProcedures() {
        code("A0001", 150_00, "2");
        code("A0002", 200_00, "2");
        code("A0003", 75_01, "2");
        code("V0001", 95_00, "0");
        line("A0001");
        line("A0002");
        line("V0001");
        line("A0003");
    }

    @Test
    void theHighestIsPaidInFullAndEachOtherProcedureByHalf() {
        threeProcedures();
        assertThat(allowed()).containsExactly(75_00L, 200_00L, 95_00L, 37_51L); // 37.505
    }

    @Test
    void aContractThatDoesNotFollowThemPaysAllInFull() {
        follows = false;
        threeProcedures();
        assertThat(allowed()).containsExactly(150_00L, 200_00L, 95_00L, 75_01L);
    }

    @Test
    void anotherPractitionersProceduresAreAnotherSession() {
        threeProcedures();
        practitioner = UUID.randomUUID();
        line("A0001");
        assertThat(allowed()).containsExactly(75_00L, 200_00L, 95_00L, 37_51L, 150_00L);
    }

    @Test
    void twoEqualLinesAreTwoProceduresAndSoAreTwoUnits() {
        code("A0001", 100_00, "2");
        code("A0002", 200_00, "2");
        line("A0001");
        line("A0001");
        assertThat(allowed()).containsExactlyInAnyOrder(100_00L, 50_00L);
        lines.clear();
        line("A0001", "3", 900_00);
        assertThat(allowed()).containsExactly(200_00L);
        line("A0002");
        assertThat(allowed()).containsExactly(150_00L, 200_00L);
    }

    @Test
    void fromTheSixthProcedureOnTheyArePaidByReport() {
        for (var i = 1; i <= 6; i++) {
            code("A000" + i, i * 100_00, "2");
            line("A000" + i);
        }
        assertThat(allowed()).containsExactly(null, 100_00L, 150_00L, 200_00L, 250_00L, 600_00L);
        lines.clear();
        line("A0001", "5", 900_00);
        assertThat(allowed()).containsExactly(300_00L);
        lines.clear();
        line("A0001", "6", 900_00);
        assertThat(allowed()).containsExactly((Long) null);
    }

    @Test
    void theChargeCapsWhatIsLeft() {
        code("A0001", 100_00, "2");
        code("A0002", 200_00, "2");
        line("A0001", "1", 60_00);
        line("A0002", "1", 199_99);
        assertThat(allowed()).containsExactly(50_00L, 199_99L);
    }

    @Test
    void endoscopiesOfAFamilyArePaidAboveTheirBaseAndCountAsOneProcedure() {
        endoscopy("E0000", 200_00);
        endoscopy("E0001", 250_00);
        endoscopy("E0002", 300_00);
        code("A0001", 340_00, "2");
        line("E0001");
        line("E0002");
        assertThat(allowed()).containsExactly(50_00L, 300_00L);
        line("A0001"); // the family is worth 350
        assertThat(allowed()).containsExactly(50_00L, 300_00L, 170_00L);
        line("E0000");
        assertThat(allowed()).containsExactly(50_00L, 300_00L, 170_00L, 0L);
        lines.clear();
        code("A0002", 360_00, "2");
        line("E0001");
        line("E0002");
        line("A0002");
        assertThat(allowed()).containsExactly(25_00L, 150_00L, 360_00L);
    }

    @Test
    void withoutAPriceOfTheBaseNothingIsKnownOfTheFamilyAndWhatIsRankedWithIt() {
        endoscopy("E0001", 250_00);
        endoscopy("E0002", 300_00);
        code("A0001", 400_00, "2");
        code("V0001", 95_00, "0");
        line("E0001");
        line("A0001");
        assertThat(allowed()).containsExactly(125_00L, 400_00L);
        line("E0002");
        line("V0001");
        assertThat(allowed()).containsExactly(null, null, null, 95_00L);
    }

    @Test
    void whatIsReducedByComponentsIsNotKnownBesideAnotherOfItsKind() {
        code("I0001", 100_00, "4");
        code("I0002", 80_00, "4");
        code("T0001", 30_00, "5");
        line("I0001");
        line("T0001");
        assertThat(allowed()).containsExactly(100_00L, 30_00L);
        line("I0002");
        assertThat(allowed()).containsExactly(null, 30_00L, null);
        lines.clear();
        line("T0001", "2", 900_00);
        assertThat(allowed()).containsExactly((Long) null);
    }

    @Test
    void bothSidesAreOneAndAHalfOrTwoTimesByTheIndicator() {
        code("B0001", 100_00, "2", "1", "0", "0", "");
        code("B0003", 100_00, "0", "3", "0", "0", "");
        code("B0000", 100_00, "0", "0", "0", "0", "");
        code("A0001", 140_00, "2");
        line("B0001", "50");
        line("B0003", "50");
        line("B0000", "50");
        line("A0001"); // below the 150 of both sides
        assertThat(allowed()).containsExactly(150_00L, 200_00L, 100_00L, 70_00L);
    }

    @Test
    void assistantsAndTwoSurgeonsArePaidTheirPart() {
        code("S0002", 1_000_00, "0", "0", "2", "1", "");
        code("S0001", 1_000_00, "0", "0", "1", "0", "");
        for (var modifier : List.of("80", "81", "82", "AS", "62", "66")) {
            line("S0002", modifier);
            line("S0001", modifier);
        }
        assertThat(allowed())
                .containsExactly(160_00L, null, 160_00L, null, 160_00L, null, 136_00L, null, 625_00L, null, null, null);
    }

    @Test
    void whatTheContractSaysOfAModifierGoesBefore() {
        code("B0001", 100_00, "0", "1", "0", "0", "");
        ofContract.add(new ContractTerms.ModifierPercent("50", new BigDecimal("140")));
        line("B0001", "50");
        assertThat(allowed()).containsExactly(140_00L);
        rates.add(new PricedCode("B0001", List.of("50"), 145_00L, true));
        assertThat(allowed()).containsExactly(145_00L);
    }
}
