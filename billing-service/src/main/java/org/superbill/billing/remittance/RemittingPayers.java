package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.Reference;
import org.superbill.events.PayerChanged;

/**
 * Whose payments come under a name or identifier that is not the one of its claims, as it was entered for the payers, or taught by a person who accepted a payment: many remit under the name of their parent company. What was
 * entered holds for claims that were sent before it was.
 */
@ApplicationScoped
class RemittingPayers {
    private final Reference reference;
    private final RemittanceNames names;

    RemittingPayers(Reference reference, RemittanceNames names) {
        this.reference = reference;
        this.names = names;
    }

    /** The payment with the payers whose name or identifier it has; they are looked up when a claim of it does not say its payer otherwise, once. */
    Remitted known(Remitted remitted) {
        return remitted.of(new Once(() -> payersOf(remitted)));
    }

    private Set<UUID> payersOf(Remitted remitted) {
        var entered = reference.payersWithTerms().stream()
                .filter(payer -> isOf(payer, remitted))
                .map(PayerChanged::payerId);
        return Stream.concat(entered, names.payersNamed(remitted.payerName()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isOf(PayerChanged payer, Remitted remitted) {
        var terms = payer.profile().agreed();
        var name = PayerOfClaim.plain(remitted.payerName());
        var names = Stream.ofNullable(terms.remittanceNames()).flatMap(List::stream);
        var identifiers = Stream.concat(
                Stream.ofNullable(terms.remittanceIdentifiers()).flatMap(List::stream),
                Stream.ofNullable(terms.institutionalPayerIdentifier()));
        return names.map(PayerOfClaim::plain).anyMatch(name::equals)
                || identifiers.anyMatch(given -> given.equals(remitted.originator())
                        || remitted.payerIdentifiers().contains(given));
    }

    /** Asks once. */
    private static final class Once implements Supplier<Set<UUID>> {
        private final Supplier<Set<UUID>> question;
        private @Nullable Set<UUID> answer;

        Once(Supplier<Set<UUID>> question) {
            this.question = question;
        }

        @Override
        public Set<UUID> get() {
            if (answer == null) {
                answer = question.get();
            }
            return answer;
        }
    }
}
