package org.portaldesk.local.signin;

import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs a person in as a browser does, through Keycloak's login form with PKCE, since our realms
 * allow no direct grant. Nobody needs to listen at the redirect address, which is only read.
 *
 * @param clientSecret of a confidential client; a public one has none
 */
public record BrowserSignIn(
        String keycloakUrl,
        String realm,
        String clientId,
        String redirectUri,
        @Nullable String clientSecret) {

    private static final Pattern FORM =
            Pattern.compile("<form[^>]*\\bid=\"kc-form-login\"[^>]*>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("\\baction=\"([^\"]+)\"");
    private static final Pattern MESSAGE =
            Pattern.compile("id=\"input-error[^>]*>(.*?)</span>", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** For a public client. */
    public BrowserSignIn(String keycloakUrl, String realm, String clientId, String redirectUri) {
        this(keycloakUrl, realm, clientId, redirectUri, null);
    }

    /**
     * Goes the whole way from the login form to the tokens.
     *
     * @throws SignInRefused when Keycloak does not accept the password, or asks for something first
     */
    public Tokens signIn(String username, String password) {
        return signIn(new KeycloakPages(), username, password);
    }

    /** From another address of this machine, such as 127.0.0.2. */
    public Tokens signInFrom(InetAddress address, String username, String password) {
        try (var http = HttpClient.newBuilder().localAddress(address).build()) {
            return signIn(new KeycloakPages(http), username, password);
        }
    }

    private Tokens signIn(KeycloakPages pages, String username, String password) {
        String verifier = random();
        HttpResponse<String> form =
                pages.get(endpoint("auth") + "?" + KeycloakPages.encoded(question(verifier)));
        HttpResponse<String> answer =
                pages.post(action(form.body()), Map.of("username", username, "password", password));
        return exchange(pages, code(username, answer), verifier);
    }

    private Map<String, String> question(String verifier) {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("client_id", clientId);
        question.put("redirect_uri", redirectUri);
        question.put("response_type", "code");
        question.put("scope", "openid");
        question.put("state", random());
        question.put("code_challenge", challenge(verifier));
        question.put("code_challenge_method", "S256");
        return question;
    }

    private static String action(String page) {
        Matcher form = FORM.matcher(page);
        Matcher action = ACTION.matcher(form.find() ? form.group() : "");
        if (!action.find()) {
            throw new SignInRefused("No login form: " + text(page));
        }
        return action.group(1).replace("&amp;", "&");
    }

    private String code(String username, HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        Matcher code = CODE.matcher(location);
        if (location.startsWith(redirectUri) && code.find()) {
            return code.group(1);
        }
        Matcher message = MESSAGE.matcher(answer.body());
        throw new SignInRefused(
                username + ": " + (message.find() ? text(message.group(1)) : location));
    }

    private Tokens exchange(KeycloakPages pages, String code, String verifier) {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("grant_type", "authorization_code");
        question.put("client_id", clientId);
        question.put("code", code);
        question.put("redirect_uri", redirectUri);
        question.put("code_verifier", verifier);
        if (clientSecret != null) {
            question.put("client_secret", clientSecret);
        }
        HttpResponse<String> answer = pages.post(endpoint("token"), question);
        if (answer.statusCode() != 200) {
            throw new SignInRefused(answer.body());
        }
        return Tokens.of(JsonMapper.shared().readTree(answer.body()));
    }

    /** Without the secret, so that no log shows it. */
    @Override
    public String toString() {
        return clientId + " in " + realm;
    }

    private String endpoint(String name) {
        return keycloakUrl + "/realms/" + realm + "/protocol/openid-connect/" + name;
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
