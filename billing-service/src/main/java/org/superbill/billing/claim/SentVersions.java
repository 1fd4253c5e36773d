package org.superbill.billing.claim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.superbill.billing.reference.ClaimFacts;

/** What has left of a claim, and what its payers may have of it. @param versions all of the claim, in their order */
record SentVersions(List<ClaimVersion> versions) {
    boolean any() {
        return versions.stream().anyMatch(version -> version.sentAt() != null);
    }

    /** What is for the payer in this turn. */
    SentVersions inTurn(int sequence) {
        return new SentVersions(versions.stream()
                .filter(version -> version.sequence() == sequence)
                .toList());
    }

    /** Payers have refused all that has left. */
    boolean wereAllRejected() {
        return any()
                && versions.stream()
                        .allMatch(version ->
                                version.sentAt() == null || version.transport().isRejected());
    }

    /** Whether anything went to the payer in this turn. */
    boolean anyTo(int sequence) {
        return versions.stream().anyMatch(version -> version.sequence() == sequence && version.sentAt() != null);
    }

    /** To whom it went in this turn before the coverage was found to be this payer's. */
    Set<UUID> otherPayersInTurn(int sequence, UUID payerId) {
        return versions.stream()
                .filter(version -> version.sequence() == sequence && version.sentAt() != null)
                .map(version -> version.facts().payer().payerId())
                .filter(payer -> !payer.equals(payerId))
                .collect(Collectors.toSet());
    }

    /** Whether any of its payers may have it. */
    boolean mayBeWithPayer() {
        return versions.stream().mapToInt(ClaimVersion::sequence).distinct().anyMatch(this::mayBeWithPayer);
    }

    /** Whether the payer in this turn may have it: something went to it that it did not refuse, and it has not taken that back. */
    boolean mayBeWithPayer(int sequence) {
        return versions.stream()
                .filter(version -> version.sequence() == sequence
                        && !version.transport().isUnsent()
                        && !version.transport().isRejected())
                .reduce((earlier, later) -> later)
                .filter(newest -> !newest.isVoid() || newest.transport() != Transport.ACCEPTED)
                .isPresent();
    }

    /** The newest version that the payer in this turn may have, but for one that takes it back; where it refused all and decided one all the same, the newest. */
    ClaimVersion last(int sequence) {
        return last(sequence, version -> !version.transport().isRejected())
                .or(() -> last(sequence, version -> true))
                .orElseThrow(() -> new IllegalStateException("Nothing was sent to the payer in turn " + sequence));
    }

    private Optional<ClaimVersion> last(int sequence, Predicate<ClaimVersion> wanted) {
        return versions.stream()
                .filter(version -> version.sequence() == sequence && version.sentAt() != null && !version.isVoid())
                .filter(wanted)
                .reduce((earlier, later) -> later);
    }

    /**
     * Which version a reversal is about: it repeats the number of what it takes back (005010X221A1, 1.10.2.8), and when a void of that is with the payer it is the answer to the void.
     */
    ClaimVersion answeredByReversal(ClaimVersion reversed) {
        var newest = versions.get(versions.size() - 1);
        return newest.isVoid()
                        && newest.sentAt() != null
                        && newest.sequence() == reversed.sequence()
                        && !newest.transport().isRejected()
                ? newest
                : reversed;
    }

    /** What the books should show of charges: nothing when a void is with the payer, else those of the newest version that it has. */
    Optional<ClaimFacts> chargedFacts() {
        return versions.stream()
                .filter(version -> version.sentAt() != null
                        && version.sequence() == 1
                        && (!version.isVoid() || !version.transport().isRejected()))
                .reduce((earlier, later) -> later)
                .filter(version -> !version.isVoid())
                .map(ClaimVersion::facts);
    }
}
