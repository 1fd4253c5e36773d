package org.superbill.billing.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;

/** What a payer is expected to allow, by the contract with it that was in force on the date of service. Reads within the caller's transaction. */
@ApplicationScoped
public class ExpectedAllowed {
    private static final long CHARGE_NOT_KNOWN = -1;

    private final PayerContractStore store;
    private final MedicareRates medicare;

    ExpectedAllowed(PayerContractStore store, MedicareRates medicare) {
        this.store = store;
        this.medicare = medicare;
    }

    /**
     * What is known of a service.
     *
     * @param contracted whether there is a contract with the payer on that day
     * @param amount null when there is none, or it has no price
     */
    public record Answer(boolean contracted, @Nullable AllowedAmount amount) {}

    /** Of many services from one statement; a service without a contract or a price in it is absent. */
    public Map<ContractedService, AllowedAmount> of(Collection<ContractedService> services) {
        var allowed = new HashMap<ContractedService, AllowedAmount>();
        answers(services).forEach((service, answer) -> {
            if (answer.amount() != null) {
                allowed.put(service, answer.amount());
            }
        });
        return allowed;
    }

    /** Of many services from one statement, each of them with an answer. */
    public Map<ContractedService, Answer> answers(Collection<ContractedService> services) {
        if (services.isEmpty()) {
            return Map.of();
        }
        var contracts = store.of(
                services.stream().map(ContractedService::payerId).collect(Collectors.toSet()),
                services.stream().map(ContractedService::procedureCode).collect(Collectors.toSet()));
        var answers = new HashMap<ContractedService, Answer>();
        for (var service : services) {
            var contract = contracts.stream()
                    .filter(candidate -> candidate.covers(service))
                    .findFirst();
            answers.put(
                    service,
                    new Answer(
                            contract.isPresent(),
                            contract.flatMap(found -> found.of(service, medicare))
                                    .orElse(null)));
        }
        return answers;
    }

    /** Of one service outside of facilities; a percentage of the charge needs the charge and is not found here. */
    public Optional<Cents> of(
            UUID payerId, LocalDate on, String procedureCode, List<String> modifiers, BigDecimal units) {
        var service = new ContractedService(payerId, on, procedureCode, modifiers, units, CHARGE_NOT_KNOWN, false);
        return Optional.ofNullable(of(List.of(service)).get(service)).map(AllowedAmount::amount);
    }
}
