package io.foxden.testkit.consent;

import io.foxden.testkit.wire.Answer;

/** A page without script, in a plain frame. */
final class Html {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            body { font: 1.0625rem/1.5 system-ui, sans-serif; color: #1f2430; background: #f3f4f7; margin: 0; }
            main { max-width: 34rem; margin: 8vh auto; padding: 1.5rem 2rem 2rem; background: #fff; border: 1px solid #d5d8e0;
              border-radius: .5rem; }
            h1 { font-size: 1.5rem; line-height: 1.25; }
            dt { font-weight: 600; } dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
            fieldset { border: 1px solid #d5d8e0; border-radius: .25rem; margin: 1rem 0; }
            label { display: block; padding: .25rem 0; }
            .problem { border-left: .25rem solid #b3261e; padding-left: .75rem; }
            .note { color: #555b6a; font-size: .9375rem; }
            button { font: inherit; padding: .5rem 1.25rem; border: 1px solid #8d2b0b; border-radius: .25rem; margin-right: .5rem;
              background: #fff; color: #8d2b0b; cursor: pointer; }
            button.main { background: #8d2b0b; color: #fff; }
            :focus-visible { outline: 3px solid #1a5fb4; outline-offset: 2px; }
            </style>
            </head>
            <body>
            <main>
            %s
            </main>
            </body>
            </html>
            """;

    private Html() {}

    static Answer page(int status, String title, String content) {
        return Answer.of(status, "text/html; charset=utf-8", FRAME.formatted(escape(title), content))
                .withHeader("Content-Security-Policy", POLICY)
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("Referrer-Policy", "no-referrer")
                .withHeader("Cache-Control", "no-store");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
