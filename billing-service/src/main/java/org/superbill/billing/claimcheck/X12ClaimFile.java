package org.superbill.billing.claimcheck;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.superbill.servicekit.problem.Problem;
import org.superbill.x12.Unit;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Exception;
import org.superbill.x12.X12Handler;
import org.superbill.x12.X12Reader;
import org.superbill.x12.guide.Guide;

/** The claims of an 837 file, one after the other, and what of it cannot be read. */
final class X12ClaimFile implements X12Handler {
    private static final int MOST_CLAIMS = 5_000;
    /** In all claims together; what is answered lies in memory until then. */
    private static final int MOST_FINDINGS = 50_000;

    private static final int ERRORS_SHOWN = 200;

    private final Function<X12ClaimFacts, CheckedClaims.Checked> check;
    private final List<CheckedClaims.Checked> claims = new ArrayList<>();
    private final List<CheckedClaims.Unreadable> unreadable = new ArrayList<>();
    private int findings;

    X12ClaimFile(Function<X12ClaimFacts, CheckedClaims.Checked> check) {
        this.check = check;
    }

    /** @throws Problem {@code CLAIM_CHECK_NO_CLAIMS} when it is too long */
    void read(byte[] file) {
        try {
            X12Reader.streaming().checkingElements().read(new ByteArrayInputStream(file), this);
        } catch (X12Exception e) {
            unreadable.add(new CheckedClaims.Unreadable("", "", "", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void unit(Unit unit) {
        var guide = unit.set().guide();
        var institutional = guide == Guide.INSTITUTIONAL_837;
        if (!institutional && guide != Guide.PROFESSIONAL_837) {
            return;
        }
        if (claims.size() == MOST_CLAIMS) {
            throw new Problem(ClaimCheckProblem.CLAIM_CHECK_NO_CLAIMS, "The file has more than 5,000 claims");
        }
        if (findings > MOST_FINDINGS) {
            throw new Problem(
                    ClaimCheckProblem.CLAIM_CHECK_NO_CLAIMS,
                    "Its claims have more than 50,000 findings: check fewer at a time");
        }
        if (!unit.hasAncestor("2000B")) {
            return; // its errors say so
        }
        try {
            var checked = check.apply(new X12ClaimFacts(unit, institutional));
            claims.add(checked);
            findings += checked.findings().size();
        } catch (X12Exception e) {
            if (unreadable.size() < ERRORS_SHOWN) {
                unreadable.add(new CheckedClaims.Unreadable("", "CLM", "2300", String.valueOf(e.getMessage())));
            }
        }
    }

    @Override
    public void error(X12Error error) {
        if (unreadable.size() < ERRORS_SHOWN) {
            unreadable.add(
                    new CheckedClaims.Unreadable(error.place(), error.segmentId(), error.loop(), error.message()));
        }
    }

    List<CheckedClaims.Checked> claims() {
        return List.copyOf(claims);
    }

    List<CheckedClaims.Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }
}
