import type { APIRoute } from "astro";

export const GET: APIRoute = () => {
  const sitemap = new URL("/sitemap.xml", import.meta.env.SITE).href;
  const lines = [
    "User-agent: *",
    "Disallow: /console/",
    "Disallow: /*/ticket/",
    `Sitemap: ${sitemap}`,
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
};
