package org.superbill.billing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.billing.feeschedule.PricedCode;
import org.superbill.billing.ledger.Cents;

/** What a contract allows for a service. */
class AllowedByContractTest {
    private static final UUID PAYER = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.parse("2025-03-03");
    private static final MedicareRates NONE = (code, modifier, contractor, locality, facility, on) -> Optional.empty();

    /** 99213 in Alabama by the tables of 2025, outside of facilities: 1.30, 1.35, 0.10 units; 1, 0.869, 0.575; 32.3465. */
    private static final MedicareAmount ALABAMA = new MedicareAmount(
            new BigDecimal("1.30"),
            new BigDecimal("1.35"),
            new BigDecimal("0.10"),
            BigDecimal.ONE,
            new BigDecimal("0.869"),
            new BigDecimal("0.575"),
            new BigDecimal("32.3465"));

    private static ContractedService service(String units, long charge, String... modifiers) {
        return new ContractedService(PAYER, DAY, "99213", List.of(modifiers), new BigDecimal(units), charge, false);
    }

    private static AllowedByContract contract(ContractTerms terms, PricedCode... rates) {
        return new AllowedByContract(UUID.randomUUID(), PAYER, DAY, null, terms, List.of(rates));
    }

    private static ContractTerms terms(
            ContractTerms.@Nullable PercentOfMedicare medicare, @Nullable String percentOfCharge, String... modifiers) {
        var rules = List.of(modifiers).stream()
                .map(rule -> new ContractTerms.ModifierPercent(rule.substring(0, 2), new BigDecimal(rule.substring(3))))
                .toList();
        return new ContractTerms(
                medicare, percentOfCharge == null ? null : new BigDecimal(percentOfCharge), rules, null, null);
    }

    private static long cents(AllowedByContract contract, ContractedService service, MedicareRates medicare) {
        return contract.of(service, medicare).orElseThrow().amount().value();
    }

    @Test
    void medicaresFormulaIsRoundedToACent() {
        // 1.30 * 1 + 1.35 * 0.869 + 0.10 * 0.575 = 2.53065; * 32.3465 = 81.857670...
        assertThat(ALABAMA.cents()).isEqualTo(Cents.of(81_86));
    }

    @Test
    void aRateGoesBeforeMedicareAndMedicareBeforeTheCharge() {
        MedicareRates medicare = (code, modifier, contractor, locality, facility, on) -> Optional.of(ALABAMA);
        var percent = new ContractTerms.PercentOfMedicare(new BigDecimal("120"), "10112", "00");
        var rate = new PricedCode("99213", List.of(), 95_00L, true);
        assertThat(cents(contract(terms(percent, "60"), rate), service("1", 200_00), medicare))
                .isEqualTo(95_00);
        assertThat(cents(contract(terms(percent, "60")), service("1", 200_00), medicare))
                .isEqualTo(98_23);
        assertThat(cents(contract(terms(percent, "60")), service("1", 200_00), NONE))
                .isEqualTo(120_00);
        assertThat(contract(terms(percent, null)).of(service("1", 200_00), NONE))
                .isEmpty();
    }

    @Test
    void noMoreThanTheChargeUnlessTheContractSaysOtherwise() {
        var rate = new PricedCode("99213", List.of(), 95_00L, true);
        assertThat(cents(contract(terms(null, null), rate), service("1", 94_99), NONE))
                .isEqualTo(94_99);
        var more = new ContractTerms(null, null, null, false, null);
        assertThat(cents(contract(more, rate), service("1", 94_99), NONE)).isEqualTo(95_00);
    }

    @Test
    void unitsAndModifiersChangeAnAmountThatDoesNotPriceThem() {
        var rate = new PricedCode("99213", List.of(), 95_00L, true);
        var both = new PricedCode("99213", List.of("50"), 140_00L, true);
        assertThat(cents(contract(terms(null, null, "50 150"), rate), service("2", 900_00, "50"), NONE))
                .isEqualTo(285_00);
        assertThat(cents(contract(terms(null, null, "50 150"), rate, both), service("1", 900_00, "50"), NONE))
                .isEqualTo(140_00);
    }

    @Test
    void aContractCoversItsPayerFromItsFirstDay() {
        var contract = contract(terms(null, "60"));
        assertThat(contract.covers(service("1", 1))).isTrue();
        assertThat(contract.covers(
                        new ContractedService(PAYER, DAY.minusDays(1), "99213", List.of(), BigDecimal.ONE, 1, false)))
                .isFalse();
        assertThat(contract.covers(
                        new ContractedService(UUID.randomUUID(), DAY, "99213", List.of(), BigDecimal.ONE, 1, false)))
                .isFalse();
    }
}
