package org.superbill.x12.acknowledgment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.TransactionSet;
import org.superbill.x12.X12Error;
import org.superbill.x12.guide.Guide;

/**
 * What was found in one functional group.
 *
 * @param includedCount GE01; the number received when GE is missing or no number
 * @param errors of the group itself, GS and GE
 */
public record GroupResult(
        FunctionalGroup group, int includedCount, List<TransactionResult> transactions, List<X12Error> errors) {
    private static final int MOST_CODES = 5;

    public GroupResult {
        transactions = List.copyOf(transactions);
        errors = List.copyOf(errors);
    }

    /** How many transaction sets are accepted, with or without errors. */
    public int acceptedCount() {
        return errors.isEmpty()
                ? (int) transactions.stream()
                        .filter(transaction -> !transaction.code().isRejected())
                        .count()
                : 0;
    }

    /** A group whose envelope is wrong is rejected whole. */
    public AcknowledgmentCode code() {
        int accepted = acceptedCount();
        if (accepted == 0) {
            return AcknowledgmentCode.REJECTED;
        }
        if (accepted < transactions.size()) {
            return AcknowledgmentCode.PARTIALLY_ACCEPTED;
        }
        return transactions.stream()
                        .allMatch(transaction -> transaction.errors().isEmpty())
                ? AcknowledgmentCode.ACCEPTED
                : AcknowledgmentCode.ACCEPTED_WITH_ERRORS;
    }

    /** The 999 that answers the group. Write it with {@code X12Writer.transaction}, in a group of FA. A 999 is not answered. */
    public FunctionalAcknowledgment acknowledgment() {
        var document = new LoopBuilder(Guide.ACKNOWLEDGMENT_999.root())
                .segment("AK1", group.functionalCode(), group.controlNumber(), group.version());
        transactions.forEach(transaction -> document.add(transaction.response()));
        var ak9 = new ArrayList<@Nullable String>();
        ak9.add(code().code());
        ak9.add(String.valueOf(includedCount));
        ak9.add(String.valueOf(transactions.size()));
        ak9.add(String.valueOf(acceptedCount()));
        errors.stream().map(X12Error::code).distinct().limit(MOST_CODES).forEach(ak9::add);
        document.segment("AK9", ak9.toArray(new @Nullable String[0]));
        return new FunctionalAcknowledgment(document.build());
    }

    /** Whether this transaction set of the group is accepted; of two with the same ST02 the second is not. */
    public boolean accepts(TransactionSet set) {
        return errors.isEmpty()
                && transactions.stream()
                        .anyMatch(transaction -> transaction.set().number() == set.number()
                                && !transaction.code().isRejected());
    }
}
