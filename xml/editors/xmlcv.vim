" Vim and Neovim: copy this file to ~/.vim/after/ftplugin/xml.vim (Neovim:
" ~/.config/nvim/after/ftplugin/xml.vim). In a CV each :w checks it, and errors stand in the quickfix
" list: :cn goes to the next one, :copen shows all. :make checks by hand.
if join(getline(1, 40), "\n") !~# 'urn:xmlcv:1'
  finish
endif

let &l:makeprg = 'xmlcv check --message-format=short %:p:S'
setlocal errorformat=%f:%l:%c:\ %trror:\ %m
setlocal errorformat+=%f:%l:%c:\ %tarning:\ %m
setlocal errorformat+=%f:%l:%c:\ %tote:\ %m
setlocal errorformat+=%-Gxmlcv:\ %m

augroup xmlcv
  autocmd! BufWritePost <buffer>
  autocmd BufWritePost <buffer> silent make! | redraw! | cwindow
augroup END
