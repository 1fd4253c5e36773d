package org.superbill.payersimulator.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.StateDirectory;

/**
 * All claims, what is due when, and the files that come of it until they are in their mailboxes, in one file that is read where it is needed: a million
 * claims take no more memory than ten. What changes goes through {@link #together}.
 */
@Startup
@Singleton
public class PayerClaims {
    private static final String AFTER_ALL = "\uffff";
    private static final char PARTED = '\u0001';

    private final ObjectMapper json;
    private final MVStore store;
    private final MVMap<String, byte[]> byNumber;
    /** Account, day of receipt and number: nothing more, for the list of an account. */
    private final MVMap<String, String> byAccount;
    /** Account, member and number: nothing more, for questions that name no number. */
    private final MVMap<String, String> byMember;
    /** Party, day, number and step, in this order; the party's own JSON is its key. */
    private final MVMap<String, byte[]> due;
    /** What parties still owe because more was taken back than paid. */
    private final MVMap<String, byte[]> owed;
    /** Day, number and account of files that are to be delivered. */
    private final MVMap<String, byte[]> outgoing;

    private final MVMap<String, byte[]> books;
    /** Who sent them and their control number, and the file that they came in. */
    private final MVMap<String, String> interchanges;

    PayerClaims(StateDirectory state, ObjectMapper json) {
        this.json = json;
        this.store = new MVStore.Builder()
                .fileName(state.folder("claims").resolve("claims.mv").toString())
                .autoCommitDisabled()
                .open();
        this.byNumber = store.openMap("claims");
        this.byAccount = store.openMap("accounts");
        this.byMember = store.openMap("members");
        this.due = store.openMap("due");
        this.owed = store.openMap("carried-forward");
        this.outgoing = store.openMap("outgoing");
        this.books = store.openMap("books");
        this.interchanges = store.openMap("interchanges");
        if (byMember.isEmpty() && !byNumber.isEmpty()) { // a state of before there was this list
            together(() -> byNumber.keyIterator(null)
                    .forEachRemaining(number -> find(number).ifPresent(this::list)));
        }
    }

    @PreDestroy
    void close() {
        store.close();
    }

    /** @param payerClaimNumber as this payer gave it */
    public synchronized Optional<PayerClaim> find(String payerClaimNumber) {
        return Optional.ofNullable(byNumber.get(payerClaimNumber)).map(this::claim);
    }

    /** The claims of an account by the day on which they came, one after the other. */
    public synchronized void each(String account, Consumer<PayerClaim> consumer) {
        each(byAccount, account + PARTED, consumer);
    }

    /** The claims of a member that came from an account, by their numbers. */
    public synchronized void eachOfMember(String account, String memberId, Consumer<PayerClaim> consumer) {
        each(byMember, account + PARTED + memberId + PARTED, consumer);
    }

    private void each(MVMap<String, String> list, String from, Consumer<PayerClaim> consumer) {
        var keys = list.keyIterator(from);
        while (keys.hasNext()) {
            var key = keys.next();
            if (!key.startsWith(from)) {
                return;
            }
            find(key.substring(key.lastIndexOf(PARTED) + 1)).ifPresent(consumer);
        }
    }

    public List<PayerClaim> of(String account) {
        var claims = new ArrayList<PayerClaim>();
        each(account, claims::add);
        return claims;
    }

    public synchronized void keep(PayerClaim claim) {
        var number = claim.claim().payerClaimNumber();
        byNumber.put(number, bytes(claim));
        byAccount.put(claim.claim().account() + PARTED + claim.receivedOn() + PARTED + number, "");
        list(claim);
    }

    private void list(PayerClaim kept) {
        var claim = kept.claim();
        byMember.put(claim.account() + PARTED + claim.memberId() + PARTED + claim.payerClaimNumber(), "");
    }

    public synchronized void plan(Due what) {
        due.put(key(what), bytes(what));
    }

    public synchronized void done(Due what) {
        due.remove(key(what));
    }

    /** What of one party is due on a day, at most so much of it; of the first party after another that has any. Empty when no later party has. */
    public synchronized List<Due> due(LocalDate on, Due.@Nullable Party after, int atMost) {
        for (var party = partyAfter(after == null ? "" : party(after)); party != null; party = partyAfter(party)) {
            var found = new ArrayList<Due>();
            var from = party + PARTED + on + PARTED;
            var keys = due.keyIterator(from);
            while (keys.hasNext() && found.size() < atMost) {
                var key = keys.next();
                var next = key.startsWith(from) ? due.get(key) : null;
                if (next == null) {
                    break; // another day or party
                }
                found.add(read(next, Due.class));
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The first day on which anything is due. @param after no day until then @param by no later one */
    public synchronized Optional<LocalDate> nextDue(LocalDate after, LocalDate by) {
        LocalDate first = null;
        for (var party = partyAfter(""); party != null; party = partyAfter(party)) {
            var key = due.higherKey(party + PARTED + after + AFTER_ALL);
            if (key != null && key.startsWith(party + PARTED)) {
                var from = party.length() + 1;
                var day = LocalDate.parse(key.substring(from, key.indexOf(PARTED, from)));
                first = day.isAfter(by) || first != null && first.isBefore(day) ? first : day;
            }
        }
        return Optional.ofNullable(first);
    }

    private @Nullable String partyAfter(String party) {
        var key = due.higherKey(party.isEmpty() ? "" : party + AFTER_ALL);
        return key == null ? null : key.substring(0, key.indexOf(PARTED));
    }

    /** Whether no other file had an interchange of this sender and control number. @param file the one in which it has come */
    public boolean isNew(String interchange, String file) {
        var isNew = new AtomicBoolean();
        together(() -> {
            var before = interchanges.putIfAbsent(interchange, file);
            isNew.set(before == null || before.equals(file));
        });
        return isNew.get();
    }

    /** What the party owes. */
    public synchronized Owed owed(Due.Party party) {
        var kept = owed.get(party(party));
        return kept == null ? Owed.NOTHING : read(kept, Owed.class);
    }

    public synchronized void owes(Due.Party party, Owed what) {
        if (what.cents() == 0) {
            owed.remove(party(party));
        } else {
            owed.put(party(party), bytes(what));
        }
    }

    /** A file is to be in its mailbox from a day on, in the order of these calls on that day. */
    public synchronized void send(LocalDate on, String account, byte[] file) {
        var last = outgoing.lowerKey(on + AFTER_ALL);
        var number = last == null || !last.startsWith(on.toString())
                ? 1
                : Outgoing.of(last, file).number() + 1;
        outgoing.put(new Outgoing(on, number, account, file).key(), file);
    }

    /** The next file that is to be in its mailbox by a day. */
    public synchronized Optional<Outgoing> outgoing(LocalDate by) {
        var key = outgoing.firstKey();
        var file = key == null ? null : outgoing.get(key);
        return key == null || file == null
                ? Optional.empty()
                : Optional.of(Outgoing.of(key, file)).filter(next -> !next.on().isAfter(by));
    }

    /** A file is in its mailbox. */
    public synchronized void sent(Outgoing file) {
        outgoing.remove(file.key());
    }

    public synchronized Books books(String account) {
        var kept = books.get(account);
        return kept == null ? Books.EMPTY : read(kept, Books.class);
    }

    public synchronized void book(String account, Books more) {
        books.put(account, bytes(books(account).plus(more)));
    }

    /**
     * Does work whose changes are safe together when it ends, or not at all: a kill or an exception takes all of them back. Other work waits, for a
     * store has one state to save.
     */
    public synchronized void together(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            store.rollback();
            throw e;
        }
        store.commit();
        store.sync();
    }

    private String key(Due what) {
        return party(what.party()) + PARTED + what.on() + PARTED + what.payerClaimNumber() + PARTED + what.step();
    }

    private String party(Due.Party party) {
        return new String(bytes(party), java.nio.charset.StandardCharsets.UTF_8);
    }

    private PayerClaim claim(byte[] bytes) {
        return read(bytes, PayerClaim.class);
    }

    private <T> T read(byte[] bytes, Class<T> type) {
        try {
            return json.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
