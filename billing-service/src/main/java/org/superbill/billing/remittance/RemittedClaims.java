package org.superbill.billing.remittance;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.superbill.billing.ledger.Cents;

/** The claims of a payment, as often as they are asked for. Of a large payment only a chunk is in memory at a time. */
interface RemittedClaims {
    /** What is looked up, judged and written at a time, unless these claims have very many lines: see {@link ClaimChunk}. */
    int CHUNK = 1_000;

    int count();

    /** Whether it may be more than a chunk. */
    boolean isLarge();

    /** The numbers (CLP01) of those that take back what was decided before (CLP02 22). */
    Set<String> reversed();

    /** The sum of CLP04. */
    Cents paid();

    /** In the payer's order. */
    void inChunks(Consumer<List<Remitted.Claim>> work);

    /** Claims that are few enough to be kept. */
    static RemittedClaims of(List<Remitted.Claim> claims) {
        return new Kept(List.copyOf(claims));
    }

    /** All in memory. */
    record Kept(List<Remitted.Claim> claims) implements RemittedClaims {
        @Override
        public int count() {
            return claims.size();
        }

        @Override
        public Cents paid() {
            return Cents.sum(claims, Remitted.Claim::paid);
        }

        @Override
        public Set<String> reversed() {
            return claims.stream()
                    .filter(Remitted.Claim::isReversal)
                    .map(Remitted.Claim::claimNumber)
                    .collect(toSet());
        }

        @Override
        public boolean isLarge() {
            return claims.size() > CHUNK
                    || claims.stream().mapToInt(Remitted.Claim::parts).sum() > ClaimChunk.PARTS;
        }

        @Override
        public void inChunks(Consumer<List<Remitted.Claim>> work) {
            var chunk = new ClaimChunk(work);
            claims.forEach(chunk::add);
            chunk.flush();
        }
    }

    /** Read from the file each time. */
    record ReadAgain(byte[] file, int position, int count, Cents paid, Set<String> reversed) implements RemittedClaims {
        public ReadAgain {
            reversed = Set.copyOf(reversed);
        }

        @Override
        public boolean isLarge() {
            return true;
        }

        @Override
        public void inChunks(Consumer<List<Remitted.Claim>> work) {
            RemittanceFile.claimsOf(file, position, work);
        }
    }
}
