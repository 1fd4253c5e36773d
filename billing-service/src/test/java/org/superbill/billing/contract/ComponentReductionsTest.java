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

/** What a contract that follows the fee schedule allows for several imaging or therapy services of a day; codes and values are invented, a relative value unit is a dollar. */
class ComponentReductionsTest {
    private static final UUID PAYER = UUID.randomUUID();
    private static final UUID CLAIM = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.parse("2025-03-03");

    private final Map<String, String> indicators = new HashMap<>();
    private final Map<String, MedicareAmount> values = new HashMap<>();
    private final List<PricedCode> rates = new ArrayList<>();
    private final List<ContractedService> lines = new ArrayList<>();
    private @Nullable UUID practitioner;

    private final MedicareRates medicare = new MedicareRates() {
        @Override
        public Optional<MedicareAmount> of(
                String code, String modifier, String contractor, String locality, boolean facility, LocalDate on) {
            return Optional.ofNullable(values.get(code + modifier));
        }

        @Override
        public Optional<FeeIndicator> indicator(String code, String modifier, LocalDate on) {
            return Optional.ofNullable(indicators.get(code))
                    .map(multiple -> new FeeIndicator(
                            code, modifier, "A", "0", "XXX", multiple, "0", "0", "0", "0", "", "2025A", DAY));
        }
    };

    private void value(String code, String work, String practiceExpense) {
        var one = BigDecimal.ONE;
        values.put(
                code,
                new MedicareAmount(
                        new BigDecimal(work), new BigDecimal(practiceExpense), BigDecimal.ZERO, one, one, one, one));
    }

    private void therapy(String code, String work, String practiceExpense) {
        indicators.put(code, "5");
        value(code, work, practiceExpense);
    }

    private void imaging(String code, String professional, String technical) {
        indicators.put(code, "4");
        value(code, professional, technical);
        value(code + "26", professional, "0");
        value(code + "TC", "0", technical);
    }

    private void line(String code, String units, String... modifiers) {
        lines.add(new ContractedService(
                PAYER,
                DAY,
                code,
                List.of(modifiers),
                new BigDecimal(units),
                9_999_00,
                false,
                new ContractedService.Session(CLAIM, practitioner, lines.size() + 1)));
    }

    /** Of each line, in cents; null where it is not known. */
    private List<Long> allowed(String percent) {
        var part = new ContractTerms.PercentOfMedicare(new BigDecimal(percent), "10112", "00");
        var terms = new ContractTerms(part, null, List.of(), null, true);
        var amounts = new AllowedByContract(UUID.randomUUID(), PAYER, DAY, null, terms, rates).of(lines, medicare);
        return lines.stream()
                .map(line -> amounts.containsKey(line)
                        ? (Long) amounts.get(line).amount().value()
                        : null)
                .toList();
    }

    /** 30.00 and 22.00 a unit at 120 percent: practice expense of 24.00 once in full, else 12.00 less, and 7.20 less of 14.40. */
    @Test
    void ofTherapyThePracticeExpenseOfEachFurtherUnitIsPaidByHalf() {
        therapy("T0001", "10", "20");
        therapy("T0002", "10", "12");
        line("T0002", "1");
        line("T0001", "2");
        assertThat(allowed("120")).containsExactly(19_20L, 60_00L);
    }

    @Test
    void oneUnitIsPaidInFull() {
        therapy("T0001", "10", "20");
        line("T0001", "1");
        assertThat(allowed("100")).containsExactly(30_00L);
    }

    /** The highest technical component is the first one's (100.00), the highest professional one the second's (50.00): 5 percent of 40.00 off the first, half of 80.00 off the second. */
    @Test
    void ofImagingEachComponentIsReducedByItself() {
        imaging("R0001", "40", "100");
        imaging("R0002", "50", "80");
        line("R0001", "1");
        practitioner = UUID.randomUUID(); // of the same practice
        line("R0002", "1");
        assertThat(allowed("100")).containsExactly(138_00L, 90_00L);
    }

    @Test
    void aComponentThatIsBilledAloneIsReducedLikeThatOfAWhole() {
        imaging("R0001", "40", "100");
        imaging("R0002", "50", "80");
        line("R0001", "1");
        line("R0002", "1", "26");
        assertThat(allowed("100")).containsExactly(138_00L, 50_00L);
    }

    @Test
    void therapyAndImagingDoNotReduceEachOther() {
        therapy("T0001", "10", "20");
        imaging("R0001", "40", "100");
        line("T0001", "1");
        line("R0001", "1");
        assertThat(allowed("100")).containsExactly(30_00L, 140_00L);
    }

    @Test
    void whetherAnotherSessionWasPaidInFullIsNotKnown() {
        imaging("R0001", "40", "100");
        imaging("R0002", "50", "80");
        line("R0001", "1");
        line("R0002", "1", "59");
        assertThat(allowed("100")).containsExactly(null, null);
    }

    @Test
    void ofAContractsOwnRateTheComponentsAreNotKnown() {
        therapy("T0001", "10", "20");
        rates.add(new PricedCode("T0001", List.of(), 31_00L, true));
        line("T0001", "1");
        assertThat(allowed("100")).containsExactly(31_00L);
        line("T0001", "1");
        assertThat(allowed("100")).containsExactly(null, null);
    }
}
