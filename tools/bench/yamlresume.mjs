// Writes resume.tex from resume.json by YAMLResume's core, as its command line does.
import { readFileSync, writeFileSync } from 'node:fs'
import { DEFAULT_RESUME, getResumeRenderer } from '@yamlresume/core'

const { content, locale } = JSON.parse(readFileSync('resume.json', 'utf8'))
const resume = {
  ...DEFAULT_RESUME,
  locale,
  content: { ...DEFAULT_RESUME.content, languages: [], profiles: [], ...content },
}
const latex = resume.layouts.findIndex((layout) => layout.engine === 'latex')
writeFileSync('resume.tex', getResumeRenderer(resume, latex).render())
