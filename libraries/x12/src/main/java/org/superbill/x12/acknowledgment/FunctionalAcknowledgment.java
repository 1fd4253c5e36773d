package org.superbill.x12.acknowledgment;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;
import org.superbill.x12.Transaction;
import org.superbill.x12.TypedTransaction;
import org.superbill.x12.guide.Guide;

/** What a receiver says of one functional group: a 999 transaction set. */
public record FunctionalAcknowledgment(Loop loop) implements Transaction999 {

    /** @throws IllegalArgumentException when the transaction set is no 999 */
    public static FunctionalAcknowledgment of(Transaction transaction) {
        return new FunctionalAcknowledgment(TypedTransaction.root(transaction, Guide.ACKNOWLEDGMENT_999));
    }

    private Segment ak1() {
        return loop.required("AK1");
    }

    private Segment ak9() {
        return loop.required("AK9");
    }

    /** AK101: GS01 of the group. */
    public String functionalCode() {
        return ak1().element(1);
    }

    /** AK102: GS06 of the group. */
    public String groupControlNumber() {
        return ak1().element(2);
    }

    /** AK103: GS08 of the group. */
    public @Nullable String version() {
        return ak1().value(3);
    }

    /** AK901. */
    public AcknowledgmentCode code() {
        return new AcknowledgmentCode(ak9().element(1));
    }

    /** AK905 to AK909. */
    public List<String> errorCodes() {
        return IntStream.rangeClosed(5, 9)
                .filter(ak9()::has)
                .mapToObj(ak9()::element)
                .toList();
    }
}
