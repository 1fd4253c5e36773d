package org.superbill.patient.register;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** What can be done with the entries of a register; each public method is one transaction. */
public abstract class Register<E extends Entry<D, V>, D, V> {
    private PanacheRepositoryBase<E, UUID> store;
    private Outbox outbox;

    @SuppressWarnings("NullAway.Init") // the container's proxies need it
    protected Register() {}

    protected Register(PanacheRepositoryBase<E, UUID> store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    protected abstract E newEntry(UUID id, D details);

    /** @throws Problem when another entry than this one has what only one may have */
    protected abstract void refuseDuplicate(UUID id, D details);

    protected abstract Problem notFound();

    /** Whether the caller's organization has it. */
    @Transactional
    public boolean exists(UUID id) {
        return store.findByIdOptional(id).isPresent();
    }

    /** @throws Problem as {@link #refuseDuplicate} */
    @Transactional
    public V create(D details) {
        var entry = newEntry(Ids.next(), details);
        refuseDuplicate(entry.id(), details);
        store.persistAndFlush(entry);
        outbox.publish(entry.changed());
        return entry.view();
    }

    /** @throws Problem as {@link #notFound} */
    @Transactional
    public V get(UUID id) {
        return store.findByIdOptional(id).orElseThrow(this::notFound).view();
    }

    @Transactional
    public Page<V> list(PageRequest page) {
        var entries = store.find("id > ?1 order by id", page.after())
                .page(0, page.fetch())
                .list();
        return Page.of(entries, page, E::id).map(E::view);
    }

    /** @throws Problem as {@link #notFound} and {@link #refuseDuplicate}; {@code IF_MATCH_MISSING}, {@code STALE} */
    @Transactional
    public V describe(UUID id, D details, @Nullable Revision expected) {
        var entry = store.findByIdOptional(id, PESSIMISTIC_WRITE).orElseThrow(this::notFound);
        Revision.requireMatch(expected, entry.revision());
        refuseDuplicate(id, details);
        entry.describe(details);
        store.flush(); // so that the answer carries the new revision
        outbox.publish(entry.changed());
        return entry.view();
    }
}
