package org.superbill.coding.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class DiscussionApiTest {
    private final UUID organization = UUID.randomUUID();
    private final Api ann = Api.as(TestTokens.ofUser("ann", organization, "coder"));
    private final Api bob = Api.as(TestTokens.ofUser("bob", organization, "coder"));

    @Test
    void whoIsCalledFindsTheQuestionUntilItIsResolved() {
        var path = aCase() + "/discussion";
        var question = said(path, "{\"text\":\"@bob do we code the strep test here? mail a@ann.org\"}");
        ann.get("/api/v1/coding-mentions").body("items", empty());
        bob.get("/api/v1/coding-mentions").body("items.id", contains(question));
        var reply = bob.post(path, "{\"text\":\"Yes.\",\"replyTo\":\"%s\"}".formatted(question))
                .statusCode(201)
                .body("replyTo", equalTo(question))
                .extract()
                .jsonPath()
                .getString("id");
        bob.post(path + "/" + reply + "/resolve", "")
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/comment-is-reply"));
        ann.post(path + "/" + question + "/resolve", "").statusCode(200).body("resolvedBy", equalTo("ann"));
        ann.post(path + "/" + question + "/resolve", "").statusCode(200);
        bob.get("/api/v1/coding-mentions").body("items", empty());
        bob.post(path + "/" + question + "/reopen", "").statusCode(200).body("resolved", is(false));
        bob.get("/api/v1/coding-mentions").body("items", hasSize(1));
        ann.get(path).body("items.saidBy", contains("ann", "bob"));
    }

    @Test
    void whatWasAgreedOnIsShownNextTimeTheCodeIsUsed() {
        var path = aCase();
        var question = said(path + "/discussion", "{\"text\":\"Z23 also without a report?\"}");
        ann.post(
                        path + "/discussion/" + question + "/note",
                        "{\"codes\":[\"Z23\"],\"text\":\"Ask for the lot number first.\"}")
                .statusCode(201)
                .body("commentId", equalTo(question));

        var other = aCase();
        var coded = ann.put(other + "/coding", Encounters.FLU_SHOT, Encounters.etag(ann, other))
                .statusCode(200)
                .body("notes.text", contains("Ask for the lot number first."))
                .extract();
        ann.get("/api/v1/coding-notes?code=Z23").body("items", hasSize(1));
        ann.get("/api/v1/coding-notes?code=Z24").body("items", empty());
        var note = coded.jsonPath().getString("notes[0].id");
        ann.post("/api/v1/coding-notes/" + note + "/end", "").statusCode(200);
        ann.get(other).body("notes", empty());
        Api.as(UUID.randomUUID(), "coder").get("/api/v1/coding-notes").body("items", empty());
    }

    @Test
    void whoHasAnAddressOfMailAsSubjectIsCalledByIt() {
        said(aCase() + "/discussion", "{\"text\":\"@bob@example.org please look\"}");
        Api.as(TestTokens.ofUser("bob@example.org", organization, "coder"))
                .get("/api/v1/coding-mentions")
                .body("items.mentions.flatten()", contains("bob@example.org"));
        bob.get("/api/v1/coding-mentions").body("items", empty());
    }

    @Test
    void aCommentIsOneNoteAndANoteIsOnCodesThatThereAre() {
        var path = aCase() + "/discussion";
        var note = path + "/" + said(path, "{\"text\":\"Z23 also without a report?\"}") + "/note";
        ann.post(note, "{\"codes\":[\"Z23\",\"ZZ\"],\"text\":\"Ask first.\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/codes/1"))
                .body("errors.code", contains("unknown-code"));
        var agreed = "{\"codes\":[\"Z2\",\"z23\"],\"text\":\"Ask first.\"}"; // a category too
        var made = ann.post(note, agreed).statusCode(201).extract().jsonPath().getString("id");
        ann.post(note, agreed).statusCode(409).body("type", equalTo("https://superbill.org/problems/comment-is-note"));
        ann.post("/api/v1/coding-notes/" + made + "/end", "").statusCode(200);
        ann.post(note, agreed).statusCode(201);
    }

    @Test
    void othersNeitherHearNorSpeak() {
        var path = aCase() + "/discussion";
        Api.as(UUID.randomUUID(), "coder").get(path).statusCode(404);
        Api.as(organization, "biller").post(path, "{\"text\":\"hello\"}").statusCode(403);
        ann.post(path, "{\"text\":\" \"}").statusCode(400).body("errors.pointer", hasItem("/text"));
        ann.post(path, "{\"text\":\"hello\",\"to\":\"bob\"}").statusCode(400).body("errors.pointer", hasItem("/to"));
        ann.post(path, "{\"text\":\"hello\",\"replyTo\":\"%s\"}".formatted(UUID.randomUUID()))
                .statusCode(404)
                .body("type", equalTo("https://superbill.org/problems/comment-not-found"));
    }

    @Test
    void aMentionIsAWordOfItsOwn() {
        assertThat(Mentions.in("@ann, ask @bob-2. Not a@cid.org, nor @@dan; @ann again"))
                .containsExactly("ann", "bob-2");
        assertThat(Mentions.in("@coder@example.org please look, @dee@c. And mail eve@example.org. @auth0|5f7c: thanks"))
                .containsExactly("coder@example.org", "dee@c", "auth0|5f7c");
    }

    private String aCase() {
        Api.awaitReady();
        try (var events = TestEvents.open()) {
            return new Encounters(events, organization).fluShot(ann);
        }
    }

    private String said(String path, String text) {
        return ann.post(path, text).statusCode(201).extract().jsonPath().getString("id");
    }
}
