import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pulls a season by the feed, pushes a report, verifies a folder that nianbao drop wrote. Java 17, its standard library
 * alone:
 *
 * NIANBAO=http://127.0.0.1:4000 NIANBAO_TOKEN=nb_… java Client.java follow FOLDER | push REPORT.json | verify FOLDER KEY.pem
 */
public class Client {
    private static final HttpClient http = HttpClient.newHttpClient();

    public static void main(String[] given) throws Exception {
        switch (given[0]) {
            case "follow" -> follow(Path.of(given[1]));
            case "push" -> push(Path.of(given[1]));
            case "verify" -> verify(Path.of(given[1]), keyOf(Path.of(given[2])));
            default -> throw new IllegalArgumentException(given[0]);
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(System.getenv("NIANBAO") + path))
            .header("Authorization", "Bearer " + System.getenv("NIANBAO_TOKEN"));
    }

    private static HttpResponse<String> sent(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        // A failure says code, message and the number of the request.
        if (answer.statusCode() != 200) throw new IOException(answer.statusCode() + " " + answer.body());
        return answer;
    }

    private static final Pattern change =
        Pattern.compile("\"agency\":\"([^\"]*)\",\"year\":(\\d+),\"report\":\"[^\"]*\"");

    /** Killed at any moment, the next run goes on from the cursor that was kept last. */
    private static void follow(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path kept = folder.resolve("cursor");
        String after = Files.exists(kept) ? Files.readString(kept) : "";
        while (true) {
            HttpResponse<String> page = sent(request("/api/v1/changes?first=500&after=" + after).build());
            TreeSet<String> reports = new TreeSet<>();
            Matcher found = change.matcher(page.body());
            while (found.find()) reports.add(URLEncoder.encode(found.group(1), StandardCharsets.UTF_8) + "/" + found.group(2));
            for (String report : reports)
                keep(folder.resolve(report.replace('/', '-') + ".json"), sent(request("/api/v1/reports/" + report + ".json").build()).body());
            after = page.headers().firstValue("x-next-cursor").orElseThrow();
            keep(kept, after);
            long lines = page.body().lines().count();
            System.out.println(lines + " changes");
            if (lines < 500) return;
        }
    }

    /** Written aside and renamed: a file is whole or it is not there. */
    private static void keep(Path file, String content) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.writeString(part, content);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void push(Path report) throws IOException, InterruptedException {
        System.out.println(sent(request("/api/v1/reports")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofFile(report))
            .build()).body());
    }

    private static PublicKey keyOf(Path pem) throws Exception {
        String text = Files.readString(pem).replaceAll("-----[^-]+-----|\\s", "");
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
    }

    private static final Pattern file =
        Pattern.compile("\"name\": \"([^\"]*)\",\\s*\"bytes\": \\d+,\\s*\"sha256\": \"[^\"]*\",\\s*\"signature\": \"([^\"]*)\"");

    private static void verify(Path folder, PublicKey key) throws Exception {
        check(folder, "manifest.json", Files.readString(folder.resolve("manifest.sig")).strip(), key);
        Matcher found = file.matcher(Files.readString(folder.resolve("manifest.json")));
        while (found.find()) check(folder, found.group(1), found.group(2), key);
    }

    private static void check(Path folder, String name, String signature, PublicKey key) throws Exception {
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(Files.readAllBytes(folder.resolve(name)));
        if (!verifier.verify(Base64.getDecoder().decode(signature)))
            throw new SecurityException(name + " was changed, or signed with another key");
        System.out.println(name + " verified");
    }
}
