package org.superbill.servicekit.sample;

import static org.superbill.servicekit.problem.KitProblem.FORBIDDEN;
import static org.superbill.servicekit.problem.KitProblem.NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.audit.Deed;
import org.superbill.servicekit.audit.PatientRows;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;
import org.superbill.servicekit.security.Role;
import org.superbill.servicekit.tenancy.Tenancy;

@Path("/api/v1/notes")
@Idempotent
@Audited("note")
class NoteResource {

    enum Kind {
        SHORT,
        LONG
    }

    record Line(@Min(1) int units) {}

    record NewNote(
            @NotBlank @Size(max = 40) String text,
            @Nullable String label,
            @Nullable LocalDate date,
            @Nullable Long amountCents,
            @Nullable Kind kind,
            @Nullable UUID about,
            @Nullable UUID patientId,
            @Nullable List<@Valid Line> lines) {}

    record NoteView(UUID id, String text, @Nullable String label, long revision) {}

    record Received(long bytes) {}

    @ApplicationScoped
    static class Notes implements PanacheRepositoryBase<Note, UUID> {
        /** Each note is about a patient who has its id. */
        @jakarta.enterprise.inject.Produces
        @Singleton
        static PatientRows patients() {
            return new PatientRows("select id from note where id = any(:ids)");
        }
    }

    private final Notes notes;
    private final EntityManager entities;
    private final Tenancy tenancy;
    private final Caller caller;
    private final Deed deed;

    NoteResource(Notes notes, EntityManager entities, Tenancy tenancy, Caller caller, Deed deed) {
        this.notes = notes;
        this.entities = entities;
        this.tenancy = tenancy;
        this.caller = caller;
        this.deed = deed;
    }

    @POST
    @PermissionsAllowed("patient:write")
    @Operation(operationId = "createNote", summary = "Write a note")
    @APIResponse(
            responseCode = "201",
            description = "The note",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NoteView.class)))
    public RestResponse<NoteView> create(@Valid @NotNull NewNote body) {
        Runs.one();
        var note = persist(body.text(), body.label());
        return ResponseBuilder.ok(view(note))
                .status(RestResponse.Status.CREATED)
                .location(URI.create("/api/v1/notes/" + note.id))
                .header("ETag", new Revision(note.revision).etag())
                .build();
    }

    @GET
    @PermissionsAllowed("patient:read")
    @Operation(operationId = "listNotes", summary = "List notes")
    @Transactional
    public Page<NoteView> list(
            @BeanParam PageRequest page,
            @RestQuery @Nullable LocalDate on,
            @RestQuery @Nullable Kind kind,
            @RestQuery @Nullable UUID about,
            @RestQuery @Nullable @Min(1) Integer units) {
        List<Note> found = page.afterId() == null
                ? notes.find("order by id").page(0, page.fetch()).list()
                : notes.find("id > ?1 order by id", page.afterId())
                        .page(0, page.fetch())
                        .list();
        return Page.of(found, page, note -> note.id).map(NoteResource::view);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed("patient:read")
    @Operation(operationId = "getNote", summary = "Read a note")
    @Transactional
    public RestResponse<NoteView> get(@RestPath UUID id) {
        var note = find(id);
        return ResponseBuilder.ok(view(note))
                .header("ETag", new Revision(note.revision).etag())
                .build();
    }

    @PUT
    @Path("{id}")
    @PermissionsAllowed("patient:write")
    @Operation(operationId = "replaceNote", summary = "Replace a note")
    public RestResponse<NoteView> replace(
            @RestPath UUID id, @RestHeader("If-Match") @Nullable Revision expected, @Valid @NotNull NewNote body) {
        var note = find(id);
        Revision.requireMatch(expected, note.revision);
        note.text = body.text();
        note.label = body.label();
        notes.flush();
        return ResponseBuilder.ok(view(note))
                .header("ETag", new Revision(note.revision).etag())
                .build();
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed("patient:write")
    @Operation(operationId = "removeNote", summary = "Remove a note")
    public void remove(@RestPath UUID id) {
        Runs.one();
        notes.delete(find(id));
    }

    @POST
    @Path("{id}/copy")
    @PermissionsAllowed("patient:write")
    @Operation(operationId = "copyNote", summary = "Copy a note; answers without RestResponse and has no body")
    public NoteView copy(@RestPath UUID id) {
        Runs.one();
        return view(persist(find(id).text, null));
    }

    @POST
    @Path("slow")
    @PermissionsAllowed("patient:write")
    public NoteView slow(NewNote body) throws InterruptedException {
        Runs.slowOne();
        return view(persist(body.text(), null));
    }

    @POST
    @Path("failing")
    @PermissionsAllowed("patient:write")
    public NoteView failing(NewNote body) {
        Runs.one();
        persist(body.text(), null);
        throw new IllegalStateException("cannot digest " + body.text());
    }

    @POST
    @Path("stale-in-database")
    @PermissionsAllowed("patient:write")
    public NoteView staleInDatabase(NewNote body) {
        var note = persist(body.text(), null);
        entities.createNativeQuery("update note set revision = revision + 1 where id = ?1")
                .setParameter(1, note.id)
                .executeUpdate();
        note.text = "changed";
        notes.flush();
        return view(note);
    }

    @POST
    @Path("forbidden-inside")
    @PermissionsAllowed("patient:write")
    public void forbiddenInside() {
        throw new Problem(FORBIDDEN, "Not this note");
    }

    @POST
    @Path("files")
    @Consumes("application/edi-x12")
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("x12-file:upload")
    @Operation(operationId = "receiveFile", summary = "Take a file as a stream")
    public Received receive(InputStream body) throws IOException {
        Runs.one();
        body.readNBytes(3); // and leaves the rest to the kit
        return new Received(3);
    }

    @POST
    @Path("organizations")
    @PermissionsAllowed("organization:create")
    public RestResponse<NoteView> createOrganization(NewNote body) {
        Runs.one();
        var organization = Ids.next();
        tenancy.assume(organization);
        var note = persist(body.text(), null);
        return ResponseBuilder.ok(new NoteView(organization, note.text, null, 0))
                .status(RestResponse.Status.CREATED)
                .build();
    }

    @GET
    @Path("of-many")
    @PermissionsAllowed("patient:read")
    @Operation(operationId = "readOfMany", summary = "A file that is about so many patients")
    public String ofMany(@RestQuery int patients) {
        deed.concerns(Stream.generate(Ids::next).limit(patients).toList());
        return "as it is";
    }

    @GET
    @Path("caller")
    @PermissionsAllowed("patient:read")
    public List<String> caller() {
        return List.of(caller.subject(), caller.requireOrganization().toString(), caller.requestId());
    }

    record May(Set<Role> roles, List<String> permitted) {}

    @GET
    @Path("caller/may")
    @PermissionsAllowed("patient:read")
    public May may(@RestQuery List<String> permissions) {
        return new May(caller.roles(), permissions.stream().filter(caller::may).toList());
    }

    @GET
    @Path("denied")
    public String neitherPermittedNorOpen() {
        return "never seen";
    }

    private Note find(UUID id) {
        return notes.findByIdOptional(id).orElseThrow(() -> new Problem(NOT_FOUND, "No such note"));
    }

    private Note persist(String text, @Nullable String label) {
        var note = new Note();
        note.id = Ids.next();
        note.text = text;
        note.label = label;
        notes.persistAndFlush(note);
        return note;
    }

    private static NoteView view(Note note) {
        return new NoteView(note.id, note.text, note.label, note.revision);
    }
}
