package org.superbill.x12.acknowledgment;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.Interchange;
import org.superbill.x12.Segment;
import org.superbill.x12.Transaction;
import org.superbill.x12.TransactionSet;
import org.superbill.x12.Unit;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Error.Level;
import org.superbill.x12.X12Handler;

/**
 * Collects what is found in a received file, so that its sender can be answered. Use it with a reader that is
 * {@code streaming().checkingElements()}, alone or beside other handlers ({@link X12Handler#all}).
 */
public final class Acknowledger implements X12Handler {
    private final List<InterchangeResult> interchanges = new ArrayList<>();
    private final List<X12Error> fileErrors = new ArrayList<>();
    private List<GroupResult> groups = new ArrayList<>();
    private List<TransactionResult> transactions = new ArrayList<>();
    private List<X12Error> interchangeErrors = new ArrayList<>();
    private List<X12Error> groupErrors = new ArrayList<>();
    private Map<X12Error, String> claims = new IdentityHashMap<>();
    private boolean inInterchange;

    /** One per interchange of the file, in order. Empty when the file has none that could be read. */
    public List<InterchangeResult> interchanges() {
        return List.copyOf(interchanges);
    }

    /** What was found outside of interchanges. */
    public List<X12Error> fileErrors() {
        return List.copyOf(fileErrors);
    }

    @Override
    public void startInterchange(Interchange interchange) {
        inInterchange = true;
        groups = new ArrayList<>();
        interchangeErrors = new ArrayList<>();
    }

    @Override
    public void startGroup(FunctionalGroup group) {
        transactions = new ArrayList<>();
        groupErrors = new ArrayList<>();
    }

    @Override
    public void startTransaction(TransactionSet set) {
        claims = new IdentityHashMap<>();
    }

    @Override
    public void unit(Unit unit) {
        var clm = unit.errors().isEmpty() ? null : unit.loop().segment("CLM");
        if (clm != null && clm.has(1)) {
            unit.errors().forEach(error -> claims.put(error, clm.element(1)));
        }
    }

    @Override
    public void endTransaction(Transaction transaction) {
        transactions.add(new TransactionResult(transaction.set(), transaction.errors(), claims));
    }

    @Override
    public void endGroup(FunctionalGroup group, @Nullable Segment trailer) {
        var stated = trailer == null ? "" : trailer.element(1);
        int included = stated.matches("[0-9]{1,6}") ? Integer.parseInt(stated) : transactions.size();
        groups.add(new GroupResult(group, included, transactions, groupErrors));
    }

    @Override
    public void endInterchange(Interchange interchange, @Nullable Segment trailer) {
        interchanges.add(new InterchangeResult(interchange, groups, interchangeErrors));
        inInterchange = false;
    }

    @Override
    public void error(X12Error error) {
        if (error.level() == Level.INTERCHANGE) {
            (inInterchange ? interchangeErrors : fileErrors).add(error);
        } else if (error.level() == Level.GROUP) {
            groupErrors.add(error);
        }
    }
}
