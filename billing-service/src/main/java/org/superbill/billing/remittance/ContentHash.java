package org.superbill.billing.remittance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Sha256;

/**
 * A digest of what a payment says of its claims and beside them, whatever envelope carries it and in whatever order: the sums of the
 * claims' own digests.
 */
final class ContentHash {
    private final MessageDigest sha256 = Sha256.digest();
    private long high;
    private long low;
    private int count;

    void add(Remitted.Claim claim) {
        var text = new StringBuilder();
        append(text, claim.claimNumber(), claim.statusCode(), claim.charge(), claim.paid());
        append(text, claim.patientResponsibility(), claim.payerClaimNumber());
        append(text, claim.adjustments(), claim.remarks());
        for (var line : claim.lines()) {
            append(text, line.lineControlNumber(), line.procedureCode(), line.charge(), line.paid());
            append(text, line.adjustments(), line.remarks());
        }
        var digest = ByteBuffer.wrap(sha256.digest(text.toString().getBytes(UTF_8)));
        high += digest.getLong();
        low += digest.getLong();
        count++;
    }

    private static void append(StringBuilder text, @Nullable Object... parts) {
        for (var part : parts) {
            text.append(part).append('\n');
        }
    }

    private static void append(StringBuilder text, List<Remitted.Adjustment> adjustments, List<String> remarks) {
        adjustments.forEach(adjustment -> append(text, adjustment.reason(), adjustment.amount()));
        append(text, String.join(" ", remarks));
    }

    /** Hexadecimal, 64 characters. */
    String of(Collection<Remitted.ProviderAdjustment> providerAdjustments) {
        var text = new StringBuilder();
        append(text, count, high, low);
        providerAdjustments.stream()
                .map(adjustment ->
                        "%s %s %s".formatted(adjustment.reason(), adjustment.reference(), adjustment.amount()))
                .sorted()
                .forEach(adjustment -> append(text, adjustment));
        return HexFormat.of().formatHex(sha256.digest(text.toString().getBytes(UTF_8)));
    }
}
