package org.superbill.billing.remittance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.superbill.billing.claim.ClaimContent;

/** Why a payment that balances is not posted until a person has looked: it does not fit what is known of its claims. Pure. */
final class Doubts {
    private final Remitted remitted;
    private final Map<String, ClaimContent> known;
    private final List<Settled> open = new ArrayList<>();

    /**
     * @param known the claims of ours, by claim number
     * @param before what was posted about these claims, in its order
     */
    Doubts(Remitted remitted, Map<String, ClaimContent> known, List<Settled> before) {
        this.remitted = remitted;
        this.known = known;
        before.forEach(this::follow);
    }

    /** The first one, in plain words after its code. */
    Optional<String> first() {
        var number = 0;
        for (var claim : remitted.claims()) {
            number++;
            var content = known.get(claim.claimNumber());
            if (content == null) {
                continue;
            }
            var doubt = doubt(claim, content);
            if (doubt.isPresent()) {
                return Optional.of("A person has to look: %s (claim %d)".formatted(doubt.get(), number));
            }
        }
        return Optional.empty();
    }

    private Optional<String> doubt(Remitted.Claim claim, ClaimContent content) {
        if (!isPaidToUs(content)) {
            return Optional.of("payee-differs: the payee is not the organization that billed the claim");
        }
        var later = claim.isOfLaterPayer() && !content.facts().nextPayers().isEmpty();
        if (!later && !isFromPayerOf(content)) {
            return Optional.of("payer-differs: the payer is not the one that the claim was sent to");
        }
        if (claim.isPredetermination()) {
            return Optional.empty();
        }
        var settled = RemittanceClaim.settled(content.claimId(), claim);
        var paidBefore = open.stream()
                .filter(earlier -> earlier.claimId().equals(content.claimId()) && earlier.moved())
                .anyMatch(earlier -> !later || earlier.statusCode().equals(claim.statusCode()));
        if (!settled.isReversal() && paidBefore) {
            return Optional.of("already-paid: the payer has decided the claim before and has not reversed that");
        }
        if (!follow(settled)) {
            return Optional.of("nothing-to-reverse: nothing is posted and not yet reversed that the reversal matches");
        }
        return Optional.empty();
    }

    /** @return false for a reversal of nothing */
    private boolean follow(Settled settled) {
        if (!settled.isReversal()) {
            return open.add(settled);
        }
        var reversed = open.stream().filter(settled::takesBack).findFirst();
        reversed.ifPresent(open::remove);
        return reversed.isPresent();
    }

    private boolean isPaidToUs(ClaimContent content) {
        var organization = content.facts().organization();
        return switch (remitted.payeeQualifier()) {
            case "XX" -> remitted.payeeIdentifier().equals(organization.npi());
            case "FI" -> remitted.payeeIdentifier().replace("-", "").equals(organization.taxId());
            default -> true; // an identifier of the payer's, which nobody here knows
        };
    }

    private boolean isFromPayerOf(ClaimContent content) {
        var payer = content.facts().payer();
        return remitted.payerIdentifiers().contains(payer.payerIdentifier())
                || plain(remitted.payerName()).equals(plain(payer.name()));
    }

    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
